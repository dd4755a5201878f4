/**
 * Reads and writes CMS signatures (RFC 5652) and checks their form. Takes bytes and returns a bounded message, or takes a key and a content
 * and returns a message. Uses {@code internal.path}, {@code key}, {@code archive}, {@code internal.certificate} and {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.cms;

import org.jspecify.annotations.NullMarked;
