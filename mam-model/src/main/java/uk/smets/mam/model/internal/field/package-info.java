/**
 * The field types of all documents: they convert text to values, report problems, and convert values to text. The field
 * table of each document consists of them. May use {@code finding}, {@code primitive} and the root. Not API: shared by
 * mam-csv and mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.NullMarked;
