/**
 * Checks a notification in memory and writes it to a workbook of fixed, deterministic form. Takes a header and rows; returns findings
 * and a package. May use {@code internal.layout} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.write;

import org.jspecify.annotations.NullMarked;
