/**
 * Reads CSV that a spreadsheet or an editor has saved: any encoding, line ends, delimiter and quoting, and lines of headings. Takes a
 * stream; returns records of text, with notes on irregularities. May use {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.lenient;

import org.jspecify.annotations.NullMarked;
