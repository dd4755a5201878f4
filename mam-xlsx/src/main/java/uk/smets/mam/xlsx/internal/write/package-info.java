/**
 * Checks a notification in memory and writes it to a workbook of fixed, deterministic form. A header and rows enter; findings and a
 * package leave. May use {@code internal.layout} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.write;

import org.jspecify.annotations.NullMarked;
