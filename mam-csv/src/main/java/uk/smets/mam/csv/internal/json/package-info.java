/**
 * Writes JSON, for reports and descriptions, and collects how values, headers and rows are represented in it, for the modules for JSON
 * libraries. Values come from mam-model, headers and rows from the modules of their documents.
 */
@NullMarked
package uk.smets.mam.csv.internal.json;

import org.jspecify.annotations.NullMarked;
