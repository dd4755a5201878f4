package uk.smets.mam.secure.signature;

import uk.smets.mam.model.SecureExchangeException;

/**
 * How a signature is written in the lines that follow the third line of a password file. The MAM says only that "certificate
 * information and digital signature" are added to a file (clause 7.1), and the output of DCC's File Signing Utility is not public: whoever
 * knows it implements this, and {@link SignatureLayout#appended(SignatureBlock)} does the rest.
 *
 * <p>Implementations keep no state between calls, and may be used by several threads at once.
 */
public interface SignatureBlock {
    /**
     * Signs a file.
     *
     * @param content the three lines; their bytes are what has to be signed
     * @param signer signs them, and knows the certificate
     * @return the lines that follow them
     */
    byte[] write(NamedFile content, Signer signer);

    /**
     * Takes the signature out of the lines. It decides nothing: whether the signature is sound and whose it is, the
     * {@link FileVerifier} finds out.
     *
     * @param content the three lines, under the name of the file
     * @param block the bytes that follow them, at least one of which is not white space
     * @return the signature
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#SIGNATURE_INVALID} where the lines cannot be read
     */
    FileSignature read(NamedFile content, byte[] block);
}
