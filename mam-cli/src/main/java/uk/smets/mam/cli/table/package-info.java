/**
 * The tables that the user supplies: answers to a schedule, meter points, bank holidays and GroupIDs. A CSV file goes in; values of the
 * library come out, or a list of problems with their lines. It may use {@code console} and {@code input}.
 */
@NullMarked
package uk.smets.mam.cli.table;

import org.jspecify.annotations.NullMarked;
