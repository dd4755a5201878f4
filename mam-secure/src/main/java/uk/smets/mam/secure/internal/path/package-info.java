/**
 * Decides whether a signer may be trusted: certification paths (RFC 5280, 6), revocation lists, the use and the time of the certificate.
 * Takes a certificate, the caller's trust and a time; returns the reasons why the certificate is not accepted. Uses {@code key},
 * {@code smki} and {@code internal.certificate}.
 */
@NullMarked
package uk.smets.mam.secure.internal.path;

import org.jspecify.annotations.NullMarked;
