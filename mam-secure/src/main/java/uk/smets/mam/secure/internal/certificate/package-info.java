/**
 * Reads certificates, revocation lists and key stores from untrusted bytes: the outline of ASN.1, PEM and DER, distinguished names, the
 * strength of keys. Takes bytes; returns bounded and checked JDK objects, which are not yet trusted. Uses {@code internal.file}.
 */
@NullMarked
package uk.smets.mam.secure.internal.certificate;

import org.jspecify.annotations.NullMarked;
