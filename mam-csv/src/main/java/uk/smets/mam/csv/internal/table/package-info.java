/**
 * The fields of the Migration Authorisation (clause 7.2), one row at a time: decoding, encoding and the rules for a field, a row and a
 * file. Texts enter and values leave, or the reverse; problems go to a reporter. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.csv.internal.table;

import org.jspecify.annotations.NullMarked;
