/**
 * The files and streams that commands read. Takes a name on the command line; returns the document with that name, or
 * throws an exception with the reason why the command cannot read it. It may use {@code console}.
 */
@NullMarked
package uk.smets.mam.cli.input;

import org.jspecify.annotations.NullMarked;
