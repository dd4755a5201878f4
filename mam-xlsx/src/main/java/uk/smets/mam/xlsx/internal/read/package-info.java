/**
 * Reads a notification from a workbook and checks it. A workbook enters; a header, rows and findings leave. May use {@code
 * internal.layout}, {@code internal.sheet} and the packages below them.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.read;

import org.jspecify.annotations.NullMarked;
