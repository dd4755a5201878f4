/** A modular program that uses the libraries. */
module example.application {
    requires uk.smets.mam.csv;
    requires uk.smets.mam.secure;
    requires uk.smets.mam.xlsx;
}
