/**
 * Findings as text and as JSON, with their places, and with meter points masked. Takes a validation report; prints lines or JSON members
 * on the console. It may use {@code console}.
 */
@NullMarked
package uk.smets.mam.cli.report;

import org.jspecify.annotations.NullMarked;
