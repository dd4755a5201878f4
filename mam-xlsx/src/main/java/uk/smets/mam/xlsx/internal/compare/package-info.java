/**
 * Compares two workbooks with a Migration Schedule, row by row. Two workbooks enter; findings and changes leave. May use {@code
 * internal.read} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.compare;

import org.jspecify.annotations.NullMarked;
