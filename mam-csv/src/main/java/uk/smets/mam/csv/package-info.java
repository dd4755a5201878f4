/** The CSV of the Migration Authorisation: read, written, validated, imported and repaired. */
@NullMarked
package uk.smets.mam.csv;

import org.jspecify.annotations.NullMarked;
