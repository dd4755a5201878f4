/**
 * The summary of a document that {@code mam show} prints. A reader of the library goes in; counts of rows, dates and certificates come
 * out as text or JSON. It may use {@code console} and {@code report}.
 */
@NullMarked
package uk.smets.mam.cli.contents;

import org.jspecify.annotations.NullMarked;
