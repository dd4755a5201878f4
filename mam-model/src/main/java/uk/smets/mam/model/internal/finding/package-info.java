/**
 * Creates and collects findings: a reporter adds the place and severity, and a sink keeps or counts the findings and
 * creates the report. May use {@code primitive} and the root. Not API: shared by mam-csv and mam-xlsx.
 */
@NullMarked
package uk.smets.mam.model.internal.finding;

import org.jspecify.annotations.NullMarked;
