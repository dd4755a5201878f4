/**
 * Password files and encrypted archives (clauses 7.5.1 and 7.5.2). Converts a file and its password file to an archive, and back. Uses
 * {@code internal.zip} and {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.archive;

import org.jspecify.annotations.NullMarked;
