/**
 * Findings as text and as JSON, with their places, and with meter points masked. A validation report goes in; lines or JSON members go
 * to the console. It may use {@code console}.
 */
@NullMarked
package uk.smets.mam.cli.report;

import org.jspecify.annotations.NullMarked;
