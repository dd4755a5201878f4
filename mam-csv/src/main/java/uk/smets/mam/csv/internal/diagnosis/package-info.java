/**
 * Recognises what is not part of a Migration Authorisation: files of another kind, titles, headings, totals, and rows that are not
 * delimited by commas. Takes first bytes, lines or records; returns a description. May use {@code lenient}, {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
