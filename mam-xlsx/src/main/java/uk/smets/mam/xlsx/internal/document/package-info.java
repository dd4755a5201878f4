/**
 * Defines the two notifications: their header, columns, row drafts and the rules of a row. Takes field values or texts; returns findings
 * and rows. Uses {@code internal.xml} only to check which text a workbook can hold.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.document;

import org.jspecify.annotations.NullMarked;
