/**
 * Scans a sheet by its bytes and changes single cells without touching any other byte. The input is a sheet and the new contents
 * of cells, the output a sheet. May use {@code internal.layout} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.sheet;

import org.jspecify.annotations.NullMarked;
