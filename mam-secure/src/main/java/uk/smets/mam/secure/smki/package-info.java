/**
 * Certificates of the Smart Metering Key Infrastructure (SMKI), read for what the MAM needs of them (clauses 7.2.2 and 7.2.3): User ID, role,
 * certificate IDs. Takes files and folders of certificates; returns certificates and certificate IDs. Uses {@code internal.certificate}.
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.secure.smki;

import org.jspecify.annotations.NullMarked;
