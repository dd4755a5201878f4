/**
 * The files, directories and streams that commands write. A file is written as a whole or not at all, and never over an input. It may
 * use {@code console}.
 */
@NullMarked
package uk.smets.mam.cli.output;

import org.jspecify.annotations.NullMarked;
