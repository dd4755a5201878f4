/**
 * Reading and writing files safely: watching an input for changes, and replacing a file, or several together, atomically and without
 * touching an input. May use the root. Not API: an engine that all modules share.
 */
@NullMarked
package uk.smets.mam.model.internal.file;

import org.jspecify.annotations.NullMarked;
