/**
 * Seals, opens and verifies whole submissions: {@link uk.smets.mam.secure.Submission} turns a file into archive, password file, signature
 * and mail draft (clause 7.5), and opens what was received. Takes a file with a signer, or with trust settings; returns the files of a
 * submission, or the verified file. Uses all other packages of the module.
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.secure;

import org.jspecify.annotations.NullMarked;
