/**
 * Splits the bytes of a CSV file into records and fields, strictly by RFC 4180. Takes a source; returns the positions of fields in a
 * buffer, and the problems with quotes and line ends. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.internal.scan;

import org.jspecify.annotations.NullMarked;
