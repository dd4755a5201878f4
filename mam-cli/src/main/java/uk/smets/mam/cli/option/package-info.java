/**
 * Options that several commands have, and the converters of their values. Converts what the user typed, or a settings file, to
 * options of the library. It may use {@code console}, {@code input}, {@code report} and {@code table}.
 */
@NullMarked
package uk.smets.mam.cli.option;

import org.jspecify.annotations.NullMarked;
