/** What the tests of all modules share; packed as the test jar of mam-model and never deployed as API. */
package uk.smets.mam.testing;
