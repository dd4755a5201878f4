/**
 * Splits the bytes of a CSV file into records and fields, strictly by RFC 4180. A source enters; positions of fields in a buffer, and what
 * is wrong with quotes and line ends, leave. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.internal.scan;

import org.jspecify.annotations.NullMarked;
