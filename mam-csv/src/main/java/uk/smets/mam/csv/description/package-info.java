/**
 * The fields of the documents as data, for other programs: JSON, CSVW metadata, a Frictionless Data Package, and SQL tables. Its
 * classes take the field tables of the documents and return texts. It uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.description;

import org.jspecify.annotations.NullMarked;
