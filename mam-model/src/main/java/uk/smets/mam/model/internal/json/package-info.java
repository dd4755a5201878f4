/**
 * How values, headers and rows are represented in JSON, without a JSON library: as texts, booleans, lists and maps of member names. Objects
 * have one member for each field of their field table, under its JSON name. The field tables create the forms of headers and rows, and
 * modules provide them as a {@code DocumentForms} service, so that a module for a JSON library works for every document that is installed.
 * May use the root. Not API: shared by mam-csv and mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.json;

import org.jspecify.annotations.NullMarked;
