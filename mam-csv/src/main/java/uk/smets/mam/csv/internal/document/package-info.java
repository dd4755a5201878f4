/**
 * Reads and writes a Migration Authorisation strictly, in one pass. An input enters, and the header, rows without an error and findings
 * leave; or a header and rows enter, and the bytes of a file leave. May use {@code diagnosis}, {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.document;

import org.jspecify.annotations.NullMarked;
