/**
 * Reads and writes the encrypted ZIP (clause 7.5.1) byte for byte: headers, AES-256 in the AE scheme of WinZip, deflated data. A file enters
 * and an archive leaves, or the other way round. Uses {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.zip;

import org.jspecify.annotations.NullMarked;
