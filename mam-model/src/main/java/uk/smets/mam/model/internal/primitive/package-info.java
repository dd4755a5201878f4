/**
 * Small types that do not depend on a document: argument checks, shortened and masked text, characters, cell references
 * and the index of meter points. Uses no other package. Not API: shared by all modules.
 */
@NullMarked
package uk.smets.mam.model.internal.primitive;

import org.jspecify.annotations.NullMarked;
