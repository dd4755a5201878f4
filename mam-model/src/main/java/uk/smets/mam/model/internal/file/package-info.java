/**
 * Reads and writes files safely: detects changes of an input while it is read, and replaces one or several files
 * atomically, but never an input. May use the root. Not API: shared by all modules.
 */
@NullMarked
package uk.smets.mam.model.internal.file;

import org.jspecify.annotations.NullMarked;
