/**
 * Repairs damaged Migration Authorisations and imports extracts. A file or stream enters; a document, the list of its changes and a report
 * leave, or all findings in an exception. May use the root package and all internal packages; nothing else here is public.
 */
@NullMarked
package uk.smets.mam.csv.repair;

import org.jspecify.annotations.NullMarked;
