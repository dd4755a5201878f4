/**
 * Small files, digests, and the three lines of a password file as text (clause 7.5.2). Takes bytes; returns text, safe names and digests.
 * Uses no other package of the module.
 */
@NullMarked
package uk.smets.mam.secure.internal.file;

import org.jspecify.annotations.NullMarked;
