/**
 * Repairs damaged Migration Authorisations and imports extracts. Takes a file or stream; returns a document, the list of its changes and a
 * report, or throws an exception with all findings. May use the root package and all internal packages; nothing else here is public.
 */
@NullMarked
package uk.smets.mam.csv.repair;

import org.jspecify.annotations.NullMarked;
