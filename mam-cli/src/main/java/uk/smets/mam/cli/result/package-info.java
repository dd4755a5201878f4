/**
 * The results of commands, one record for each, as text and as JSON. Values of the library go in; lines or JSON members go to the
 * console. It may use {@code console}, {@code output} and {@code report}.
 */
@NullMarked
package uk.smets.mam.cli.result;

import org.jspecify.annotations.NullMarked;
