/**
 * The types of field that the documents share: text in, a value or problems out, and back to text. Each document's field table is built
 * from them. May use {@code finding}, {@code primitive} and the root. Not API: an engine that mam-csv and mam-xlsx share.
 */
@NullMarked
package uk.smets.mam.model.internal.field;

import org.jspecify.annotations.NullMarked;
