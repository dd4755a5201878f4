/**
 * Finds the header, the headings and the body on the sheets of a workbook, and reports at their cells. Takes a workbook; returns the
 * columns and rows of the document. May use {@code internal.document}, {@code internal.workbook} and {@code internal.xml}.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.layout;

import org.jspecify.annotations.NullMarked;
