/**
 * The fields of the documents as data, for other programs: JSON, CSVW metadata, a Frictionless Data Package, and SQL tables. The field tables
 * of the documents enter; texts leave. It uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.description;

import org.jspecify.annotations.NullMarked;
