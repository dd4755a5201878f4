/**
 * Keys that sign: in memory, in a PKCS #12 file, or on a PKCS #11 token. Takes bytes; returns a signature value, never the key. Uses
 * {@code smki}, {@code internal.token}, {@code internal.certificate} and {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.key;

import org.jspecify.annotations.NullMarked;
