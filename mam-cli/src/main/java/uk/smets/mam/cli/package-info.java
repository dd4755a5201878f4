/**
 * The command line {@code mam}.
 */
@NullMarked
package uk.smets.mam.cli;

import org.jspecify.annotations.NullMarked;
