/**
 * Recognises what is not part of a Migration Authorisation: files of another kind, titles, headings, totals, and rows that are not
 * delimited by commas. First bytes, lines or records enter; a description leaves. May use {@code lenient}, {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
