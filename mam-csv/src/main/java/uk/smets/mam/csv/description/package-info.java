/**
 * The fields of the documents as data, for other programs: JSON, CSVW metadata, a Frictionless Data Package, and SQL tables. Its
 * classes take the field tables of the documents and return texts. May use {@code internal.json}.
 */
@NullMarked
package uk.smets.mam.csv.description;

import org.jspecify.annotations.NullMarked;
