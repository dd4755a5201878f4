/**
 * Opens the ZIP package of a workbook, its parts, shared strings and date formats, and copies or replaces parts. The input is a file or
 * bytes; the output is sheets as rows of typed cells, or the bytes of a package. May use {@code internal.xml}.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.workbook;

import org.jspecify.annotations.NullMarked;
