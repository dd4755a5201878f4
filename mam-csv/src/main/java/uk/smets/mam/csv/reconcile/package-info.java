/**
 * Reconciles DCC's validation responses with the Migration Authorisations that were sent. Takes the files; returns the status of each meter
 * point and the rows to send again. May use the root package, {@code repair} and all internal packages except {@code diagnosis}.
 */
@NullMarked
package uk.smets.mam.csv.reconcile;

import org.jspecify.annotations.NullMarked;
