/**
 * Reads documents of any format in one pass, as a whole, row by row, or for their findings. An input is opened by a scan of its format,
 * which passes findings to a sink and returns rows; the result is a document, a report or a reader. May use {@code finding} and the root.
 * Not API: shared by mam-csv and mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.document;

import org.jspecify.annotations.NullMarked;
