/**
 * The rules that documents share: certificates, meter points, duplicates and submission deadlines. Typed values enter, findings leave
 * through a reporter. May use {@code field}, {@code finding}, {@code primitive} and the root. Not API: an engine that mam-csv and mam-xlsx
 * share.
 */
@NullMarked
package uk.smets.mam.model.internal.rule;

import org.jspecify.annotations.NullMarked;
