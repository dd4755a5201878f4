/**
 * The streams, the clock and the environment of the process, and the text and JSON that is written to them. It escapes text from files
 * and counts failures to write. It uses no other package of this module.
 */
@NullMarked
package uk.smets.mam.cli.console;

import org.jspecify.annotations.NullMarked;
