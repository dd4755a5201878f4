/**
 * The rules of several documents: certificates, meter points, duplicates and submission deadlines. They take typed
 * values and pass findings to a reporter. May use {@code field}, {@code finding}, {@code primitive} and the root. Not
 * API: shared by mam-csv and mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.rule;

import org.jspecify.annotations.NullMarked;
