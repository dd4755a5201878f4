/**
 * Scans a sheet by its bytes and changes single cells without touching any other byte. A sheet and the new contents of cells enter; a
 * sheet leaves. May use {@code internal.layout} and the packages below it.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.sheet;

import org.jspecify.annotations.NullMarked;
