/**
 * The files and streams that commands read. A name on the command line goes in; what comes out is the document that it holds, or an
 * exception with the reason why the command cannot read it. It may use {@code console}.
 */
@NullMarked
package uk.smets.mam.cli.input;

import org.jspecify.annotations.NullMarked;
