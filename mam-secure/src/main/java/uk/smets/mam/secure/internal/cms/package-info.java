/**
 * Reads and writes CMS signatures (RFC 5652) and checks their form. Bytes enter and a bounded message leaves, or a key and a content enter
 * and a message leaves. Uses {@code internal.path}, {@code key}, {@code archive}, {@code internal.certificate} and
 * {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.cms;

import org.jspecify.annotations.NullMarked;
