package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.SecureExchangeException;

/**
 * The layout of a file and its signature in the files that are sent (clause 7.5.3). The MAM leaves it to DCC's File Signing Utility,
 * whose output is not public; implement this interface to match it. Two CMS layouts are built in, and one that keeps the lines after
 * the third line of a password file as a signature block.
 *
 * <p>Implementations are stateless and thread-safe.
 */
public interface SignatureLayout {
    /**
     * {@return the default layout: the unchanged file, and a second file {@code <name>.p7s} with a CMS signature (RFC 5652) over its
     * exact bytes}
     */
    static SignatureLayout detachedCms() {
        return CmsLayout.DETACHED;
    }

    /** {@return the layout of a single file {@code <name>.p7m}: a CMS signature (RFC 5652) that encloses the exact bytes of the file} */
    static SignatureLayout enclosedCms() {
        return CmsLayout.ENCLOSED;
    }

    /**
     * {@return the layout of a single password file with the signature in the lines after its third line (clause 7.1), in a form that
     * the caller can read} The content is the three lines with their line ends.
     *
     * @param block the form of those lines
     */
    static SignatureLayout appended(SignatureBlock block) {
        return new AppendedBlock(requireNonNull(block, "block"));
    }

    /**
     * {@return the layout of a single password file with the signature in the lines after its third line, in an unknown form} The lines
     * are kept; a {@link FileVerifier} returns {@link Verdict#INDETERMINATE} with a reason that states what to do, because the signature
     * cannot be verified. It cannot be used for signing.
     */
    static SignatureLayout appended() {
        return new AppendedBlock(AppendedBlock.Opaque.INSTANCE);
    }

    /**
     * Signs a file and creates the files to send.
     *
     * @param content the file, exactly whose bytes are to be signed
     * @param signer the signer, which also provides the certificate
     * @return the files to send, at least one; if one of them contains the content, it comes first
     * @throws UnsupportedOperationException if the layout cannot be used for signing
     */
    List<NamedFile> write(NamedFile content, Signer signer);

    /**
     * Extracts content and signature from the received files. Verifying the signature is left to the {@link FileVerifier}.
     *
     * @param file the file with the content
     * @param signature the file with the signature, if it was received as a separate one
     * @return the signed bytes, under the name that the file had before it was signed, and the signature
     * @throws SecureExchangeException with {@link uk.smets.mam.model.Rule#SIGNATURE_MISSING} if there is no signature, and with
     *     {@link uk.smets.mam.model.Rule#SIGNATURE_INVALID} if the files cannot be read
     */
    SignedContent read(NamedFile file, Optional<NamedFile> signature);
}
