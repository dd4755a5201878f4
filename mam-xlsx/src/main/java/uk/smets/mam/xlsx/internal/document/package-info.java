/**
 * Defines the two notifications: their header, columns, row drafts and the rules of a row. Values or texts of fields enter; findings and
 * rows leave. Uses {@code internal.xml} only for what text a workbook can hold.
 */
@NullMarked
package uk.smets.mam.xlsx.internal.document;

import org.jspecify.annotations.NullMarked;
