/**
 * Reads and writes a Migration Authorisation strictly, in one pass. Takes an input and returns the header, rows without an error and
 * findings; or takes a header and rows and returns the bytes of a file. May use {@code diagnosis}, {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.document;

import org.jspecify.annotations.NullMarked;
