package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

/**
 * The content and the signature that a {@link SignatureLayout} found in the received files. They are not verified.
 *
 * @param content the signed bytes, and the name that the file had before it was signed
 * @param signature the signature
 */
public record SignedContent(NamedFile content, FileSignature signature) {
    /**
     * Creates the pair.
     *
     * @param content the signed bytes
     * @param signature the signature
     */
    public SignedContent {
        requireNonNull(content, "content");
        requireNonNull(signature, "signature");
    }
}
