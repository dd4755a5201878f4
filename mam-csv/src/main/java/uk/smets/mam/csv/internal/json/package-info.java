/**
 * Collects how values, headers, rows and reports are represented in JSON, for the modules for JSON libraries. Values come from mam-model,
 * headers and rows from the modules of their documents. May use {@code report}.
 */
@NullMarked
package uk.smets.mam.csv.internal.json;

import org.jspecify.annotations.NullMarked;
