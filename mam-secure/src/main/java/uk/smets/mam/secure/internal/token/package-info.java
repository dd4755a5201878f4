/**
 * Finds PKCS #11 tokens and logs in to them. Takes a library, a slot and a PIN; returns a logged-in provider. Uses no other package of
 * the module.
 */
@NullMarked
package uk.smets.mam.secure.internal.token;

import org.jspecify.annotations.NullMarked;
