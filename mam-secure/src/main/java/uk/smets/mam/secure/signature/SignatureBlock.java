package uk.smets.mam.secure.signature;

import uk.smets.mam.model.SecureExchangeException;

/**
 * The form of a signature in the lines after the third line of a password file. The MAM states only that "certificate information and
 * digital signature" are added to a file (clause 7.1), and the output of DCC's File Signing Utility is not public. Implement this
 * interface to read and write its form, and pass it to {@link SignatureLayout#appended(SignatureBlock)}.
 *
 * <p>Implementations are stateless and thread-safe.
 */
public interface SignatureBlock {
    /**
     * Signs a file.
     *
     * @param content the three lines, exactly whose bytes are to be signed
     * @param signer the signer, which also provides the certificate
     * @return the lines to append
     */
    byte[] write(NamedFile content, Signer signer);

    /**
     * Extracts the signature from the lines. Verifying it is left to the {@link FileVerifier}.
     *
     * @param content the three lines, under the name of the file
     * @param block the bytes after them, not all of which are white space
     * @return the signature
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#SIGNATURE_INVALID} if the lines cannot be read
     */
    FileSignature read(NamedFile content, byte[] block);
}
