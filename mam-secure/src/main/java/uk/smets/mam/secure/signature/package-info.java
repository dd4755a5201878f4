/**
 * Signs files and verifies signed files (clause 7.5.3), in the layouts that the caller chooses. Takes files in memory and the caller's
 * trust; returns a verdict with reasons, and the verified bytes. Uses {@code key}, {@code smki}, {@code archive}, {@code internal.cms},
 * {@code internal.path}, {@code internal.certificate} and {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.signature;

import org.jspecify.annotations.NullMarked;
