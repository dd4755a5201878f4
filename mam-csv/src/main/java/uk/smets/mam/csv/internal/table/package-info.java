/**
 * The fields of the Migration Authorisation (clause 7.2), one row at a time: decoding, encoding and the rules for a field, a row and a
 * file. Converts texts to values and back; reports problems to a reporter. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.internal.table;

import org.jspecify.annotations.NullMarked;
