/**
 * The commands of {@code mam}, one class for each. A command takes its arguments and options, calls the library, and prints a
 * {@link uk.smets.mam.cli.console.Result}; it returns an exit status. Exceptions that no command handles become messages in the error
 * handler. It may use every package except the root.
 */
@NullMarked
package uk.smets.mam.cli.command;

import org.jspecify.annotations.NullMarked;
