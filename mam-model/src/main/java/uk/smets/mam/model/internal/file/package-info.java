/**
 * The files that all modules write: which targets are respected, and how a file, or several together, appear whole or not at all;
 * not API.
 */
@NullMarked
package uk.smets.mam.model.internal.file;

import org.jspecify.annotations.NullMarked;
