/**
 * Seals, opens and verifies whole submissions: {@link uk.smets.mam.secure.Submission} turns a file into archive, password file, signature
 * and mail draft (clause 7.5), and opens what was received. A file enters, with a signer or with what to trust; the files of a submission,
 * or the verified file, leave. Uses all doors and the rooms below them.
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.secure;

import org.jspecify.annotations.NullMarked;
