/**
 * Writes the answers of a response into the yellow cells of a Migration Schedule, checks them and reads them back. The input
 * is a schedule and answers, the output findings and the bytes of the response. May use {@code internal.read}, {@code internal.sheet} and
 * the packages below them.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.respond;

import org.jspecify.annotations.NullMarked;
