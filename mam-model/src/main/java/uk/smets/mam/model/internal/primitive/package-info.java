/**
 * Small types that know no document: shortened and masked text, character classes, cell references, the table of meter points. Uses
 * nothing else of this module. Not API: an engine that mam-csv and mam-xlsx share.
 */
@NullMarked
package uk.smets.mam.model.internal.primitive;

import org.jspecify.annotations.NullMarked;
