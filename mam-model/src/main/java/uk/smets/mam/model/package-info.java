/**
 * The Migration Authorisation as values: what its documents say, and what may be wrong with them.
 */
@NullMarked
package uk.smets.mam.model;

import org.jspecify.annotations.NullMarked;
