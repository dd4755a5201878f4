/**
 * Reading a document of any format in one pass: an input is opened, a scan checks it and returns its rows, and the
 * result is a document, a report or a reader. May use {@code finding} and the root. Not API: shared by mam-csv and
 * mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.document;

import org.jspecify.annotations.NullMarked;
