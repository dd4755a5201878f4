/**
 * Where findings are made and collected: a reporter gives each its place and severity, a sink keeps or counts it and makes the report.
 * May use {@code primitive} and the root. Not API: an engine that mam-csv and mam-xlsx share.
 */
@NullMarked
package uk.smets.mam.model.internal.finding;

import org.jspecify.annotations.NullMarked;
