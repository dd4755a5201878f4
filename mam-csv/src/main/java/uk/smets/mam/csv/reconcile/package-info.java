/**
 * Reconciles DCC's validation responses with the Migration Authorisations that were sent. The files enter; the status of each meter point
 * and the rows to send again leave. May use the root package, {@code repair} and the internal packages but {@code diagnosis}.
 */
@NullMarked
package uk.smets.mam.csv.reconcile;

import org.jspecify.annotations.NullMarked;
