package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.SecureExchangeException;

/**
 * How a file and its signature are laid out in what is sent (clause 7.5.3). The MAM leaves it to DCC's File Signing Utility, whose
 * output is not public, so whoever has to match it implements this; built in are the two of CMS, and one that keeps the lines after
 * the third line of a password file as a signature block.
 *
 * <p>Implementations keep no state between calls, and may be used by several threads at once.
 */
public interface SignatureLayout {
    /**
     * The default: the file as it is and, beside it, {@code <name>.p7s} with a CMS signature (RFC 5652) over its exact bytes.
     *
     * @return the layout
     */
    static SignatureLayout detachedCms() {
        return new DetachedCms();
    }

    /**
     * One file {@code <name>.p7m}: a CMS signature (RFC 5652) that encloses the exact bytes of the file.
     *
     * @return the layout
     */
    static SignatureLayout enclosedCms() {
        return new EnclosedCms();
    }

    /**
     * Returns the layout of one password file whose signature is in the lines that follow its third line (clause 7.1), which the caller
     * knows how to read. The content is the three lines, with their line ends as they are.
     *
     * @param block reads and writes those lines
     * @return the layout
     */
    static SignatureLayout appended(SignatureBlock block) {
        return new AppendedBlock(requireNonNull(block, "block"));
    }

    /**
     * Returns the layout of one password file whose signature is in the lines that follow its third line, where nobody knows how to read
     * them. They are kept as they are; a {@link FileVerifier} answers {@link Verdict#INDETERMINATE}, since nothing was verified, and
     * says what to do. Nothing can be signed in it.
     *
     * @return the layout
     */
    static SignatureLayout appended() {
        return new AppendedBlock(OpaqueBlock.INSTANCE);
    }

    /**
     * Signs a file and lays out what is sent.
     *
     * @param content the file; its bytes are what has to be signed
     * @param signer signs them, and knows the certificate
     * @return what is sent, at least one file; where a file carries the content, it comes first
     * @throws UnsupportedOperationException where the layout can only be read
     */
    List<NamedFile> write(NamedFile content, Signer signer);

    /**
     * Takes what was received apart again. It decides nothing: whether the signature is sound and whose it is, the
     * {@link FileVerifier} finds out.
     *
     * @param file the file that carries the content
     * @param signature the file that carries the signature, where it was received as one of its own
     * @return the bytes that the signature has to be over, under the name that the file had before it was signed, and the
     *     signature
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#SIGNATURE_MISSING} where there is no signature, and
     *     {@link uk.smets.mam.model.Rule#SIGNATURE_INVALID} where what is there can't be taken apart
     */
    SignedContent read(NamedFile file, Optional<NamedFile> signature);
}
