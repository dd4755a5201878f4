/** A modular program that uses the libraries. */
module consumer {
    requires uk.smets.mam.csv;
    requires uk.smets.mam.secure;
    requires uk.smets.mam.xlsx;
}
