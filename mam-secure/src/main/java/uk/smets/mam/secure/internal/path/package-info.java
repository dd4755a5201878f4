/**
 * Decides whether a signer may be trusted: certification paths (RFC 5280, 6), revocation lists, the use and the time of the certificate. A
 * certificate and what the caller trusts enter, reasons against it leave. Uses {@code key}, {@code smki} and
 * {@code internal.certificate}.
 */
@NullMarked
package uk.smets.mam.secure.internal.path;

import org.jspecify.annotations.NullMarked;
