/**
 * Compares two workbooks with a Migration Schedule, row by row. The input is two workbooks, the output findings and changes. May use
 * {@code internal.read} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.compare;

import org.jspecify.annotations.NullMarked;
