/**
 * The command {@code mam}: {@link uk.smets.mam.cli.Mam} parses the command line, runs the command that it names, and ends the process
 * with the exit status of that command. It may use the packages {@code command}, {@code console} and {@code option}.
 */
@NullMarked
package uk.smets.mam.cli;

import org.jspecify.annotations.NullMarked;
