/**
 * Password files and encrypted archives (clauses 7.5.1 and 7.5.2). A file and its password file enter, an archive leaves, and the other way
 * round. Uses {@code internal.zip} and {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.archive;

import org.jspecify.annotations.NullMarked;
