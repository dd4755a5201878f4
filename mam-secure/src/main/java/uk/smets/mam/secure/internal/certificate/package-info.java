/**
 * Reads certificates, revocation lists and key stores from untrusted bytes: the outline of ASN.1, PEM and DER, distinguished names, the
 * strength of keys. Bytes enter, bounded and checked objects of the JDK leave; nothing is trusted yet. Uses {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.certificate;

import org.jspecify.annotations.NullMarked;
