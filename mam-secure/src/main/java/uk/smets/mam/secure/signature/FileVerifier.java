package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.cms.CmsMessage;

/**
 * Verifies signed files before their content is read (clauses 4 and 7.5.3).
 *
 * <p>A file is valid if it has at least one signature and, for every signature on it: the signature verifies over exactly its bytes
 * with an allowed digest; the signed attributes are present and agree with the content and the certificate; the certificate may sign
 * and was valid both at the time of signing and at the caller's time; and a path leads from it to one of the caller's trust anchors,
 * taking the caller's revocation lists into account. No certificate, list or address in the file is trusted or looked up.
 *
 * <p>Any bytes result in a verdict, never in an exception. Immutable and thread-safe.
 */
public final class FileVerifier {
    private final Trust trust;
    private final SignatureLayout layout;

    private FileVerifier(Trust trust, SignatureLayout layout) {
        this.trust = trust;
        this.layout = layout;
    }

    /**
     * {@return a verifier of detached CMS signatures}
     *
     * @param trust the trust anchors and settings
     */
    public static FileVerifier of(Trust trust) {
        return new FileVerifier(requireNonNull(trust, "trust"), SignatureLayout.detachedCms());
    }

    /**
     * {@return this verifier with a different layout}
     *
     * @param layout the layout of file and signature
     */
    public FileVerifier withLayout(SignatureLayout layout) {
        return new FileVerifier(trust, requireNonNull(layout, "layout"));
    }

    /**
     * Verifies files on disk. Each is read once; the {@link Verification} contains the verified bytes.
     *
     * @param file the file with the content
     * @param signature the file with the signature, if the layout has a separate one
     * @return the verdict with its reasons
     * @throws IOException if a file cannot be read, or is larger than the {@link Trust} allows
     */
    public Verification verify(Path file, Optional<Path> signature) throws IOException {
        return verify(
                Input.of(requireNonNull(file, "file")),
                requireNonNull(signature, "signature").map(Input::of));
    }

    /**
     * Verifies any inputs. Each is read once; the {@link Verification} contains the verified bytes.
     *
     * @param file the input with the content
     * @param signature the input with the signature, if the layout has a separate one
     * @return the verdict with its reasons
     * @throws IOException if an input cannot be read, or is larger than the {@link Trust} allows
     */
    public Verification verify(Input file, Optional<Input> signature) throws IOException {
        requireNonNull(signature, "signature");
        int maxSize = trust.settings().maxSize();
        NamedFile content = NamedFile.read(file, maxSize);
        return signature.isPresent()
                ? verify(content, Optional.of(NamedFile.read(signature.get(), maxSize)))
                : verify(content, Optional.empty());
    }

    /**
     * Verifies files in memory.
     *
     * @param file the file with the content
     * @param signature the file with the signature, if the layout has a separate one
     * @return the verdict with its reasons
     */
    public Verification verify(NamedFile file, Optional<NamedFile> signature) {
        requireNonNull(file, "file");
        requireNonNull(signature, "signature");
        if (file.size() > trust.settings().maxSize()
                || signature.map(NamedFile::size).orElse(0) > trust.settings().maxSize()) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID,
                    file.name() + ": the file or its signature is larger than the "
                            + trust.settings().maxSize()
                            + " bytes that are allowed: raise the limit if a file of this size is expected"));
        }
        try {
            return verify(layout.read(file, signature));
        } catch (SecureExchangeException e) {
            return Verification.refused(e.reasons().get(0));
        }
    }

    private Verification verify(SignedContent signed) {
        if (signed.signature() instanceof FileSignature.Cms cms) {
            return new CmsVerification(trust.settings()).verify(signed.content(), CmsMessage.parse(cms.received()));
        }
        if (signed.signature() instanceof FileSignature.Plain plain) {
            return new PlainVerification(trust.settings()).verify(signed.content(), plain);
        }
        return Verification.ofUnknownLayout(signed.content().name());
    }
}
