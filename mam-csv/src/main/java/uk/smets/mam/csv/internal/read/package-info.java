/**
 * Reads a Migration Authorisation strictly in one pass. A source enters; the header, sound rows and findings leave. May use
 * {@code diagnosis}, {@code scan} and {@code table}.
 */
@NullMarked
package uk.smets.mam.csv.internal.read;

import org.jspecify.annotations.NullMarked;
