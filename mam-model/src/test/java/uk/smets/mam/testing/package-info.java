/** Helpers that the tests of all modules share. They are in the test jar of mam-model, which is not part of the API. */
package uk.smets.mam.testing;
