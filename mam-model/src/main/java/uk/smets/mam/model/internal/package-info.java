/**
 * What the codecs share with the model; not API.
 */
@NullMarked
package uk.smets.mam.model.internal;

import org.jspecify.annotations.NullMarked;
