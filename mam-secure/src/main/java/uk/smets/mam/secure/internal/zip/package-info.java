/**
 * Reads and writes the encrypted ZIP (clause 7.5.1) byte for byte: headers, AES-256 in the AE scheme of WinZip, deflated data. Converts a
 * file to an archive, and back. Uses {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.zip;

import org.jspecify.annotations.NullMarked;
