/** A user of the library who writes modules. */
module consumer {
    requires uk.smets.mam.csv;
    requires uk.smets.mam.secure;
    requires uk.smets.mam.xlsx;
}
