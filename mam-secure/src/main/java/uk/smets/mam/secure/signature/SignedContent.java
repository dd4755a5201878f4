package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

/**
 * What a {@link SignatureLayout} found in the received files. Nothing in it is verified yet.
 *
 * @param content the bytes that the signature has to be over, and the name that they had before they were signed
 * @param signature the signature
 */
public record SignedContent(NamedFile content, FileSignature signature) {
    /**
     * Joins the two.
     *
     * @param content the bytes that the signature has to be over
     * @param signature the signature
     */
    public SignedContent {
        requireNonNull(content, "content");
        requireNonNull(signature, "signature");
    }
}
