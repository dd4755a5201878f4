/**
 * The summary of a document that {@code mam show} prints. Takes a reader of the library; prints counts of rows, dates and
 * certificates as text or JSON. It may use {@code console} and {@code report}.
 */
@NullMarked
package uk.smets.mam.cli.contents;

import org.jspecify.annotations.NullMarked;
