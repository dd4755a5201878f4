/**
 * Small files, digests, and the three lines of a password file as text (clause 7.5.2). Bytes enter; text, names that are safe and digests
 * leave. Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.secure.internal.file;

import org.jspecify.annotations.NullMarked;
