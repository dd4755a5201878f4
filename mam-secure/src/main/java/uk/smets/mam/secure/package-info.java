/**
 * What suppliers and DCC exchange: password files, encrypted archives, signatures, certificates.
 *
 * @serial exclude
 */
@NullMarked
package uk.smets.mam.secure;

import org.jspecify.annotations.NullMarked;
