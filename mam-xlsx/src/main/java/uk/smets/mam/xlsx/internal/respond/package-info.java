/**
 * Writes the answers of a response into the yellow cells of a Migration Schedule, checks them and reads them back. A schedule and answers
 * enter; findings and the bytes of the response leave. May use {@code internal.read}, {@code internal.sheet} and the packages below them.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.respond;

import org.jspecify.annotations.NullMarked;
