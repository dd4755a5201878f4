/**
 * Finds PKCS #11 tokens and logs in to them. A library, a slot and a PIN enter, a logged-in provider leaves. Uses no other package of the
 * module.
 */
@NullMarked
package uk.smets.mam.secure.internal.token;

import org.jspecify.annotations.NullMarked;
