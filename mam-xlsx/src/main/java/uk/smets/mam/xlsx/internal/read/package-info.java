/**
 * Reads a notification from a workbook and checks it. Takes a workbook; returns a header, rows and findings. May use {@code
 * internal.layout}, {@code internal.sheet} and the packages below them.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.read;

import org.jspecify.annotations.NullMarked;
