/**
 * The results of commands, one record for each, as text and as JSON. Takes values of the library; prints lines or JSON members on the
 * console. It may use {@code console}, {@code output} and {@code report}.
 */
@NullMarked
package uk.smets.mam.cli.result;

import org.jspecify.annotations.NullMarked;
