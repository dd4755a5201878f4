/**
 * The tables that the user supplies: answers to a schedule, meter points, bank holidays and GroupIDs. Takes a CSV file; returns values
 * of the library, or a list of problems with their lines. It may use {@code console} and {@code input}.
 */
@NullMarked
package uk.smets.mam.cli.table;

import org.jspecify.annotations.NullMarked;
