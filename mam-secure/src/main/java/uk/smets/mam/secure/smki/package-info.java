/**
 * Certificates of the Smart Metering Key Infrastructure (SMKI), read for what the MAM needs of them (clauses 7.2.2 and 7.2.3): User ID, role,
 * certificate IDs. Files and folders of certificates enter, certificates and certificate IDs leave. Uses {@code internal.certificate}.
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.secure.smki;

import org.jspecify.annotations.NullMarked;
