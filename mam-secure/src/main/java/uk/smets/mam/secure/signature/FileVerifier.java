package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.cms.CmsMessage;

/**
 * Verifies signed files before anything in them is read (clauses 4 and 7.5.3).
 *
 * <p>A file is valid where every signature on it, and there is at least one, verifies over exactly its bytes with a digest that is
 * allowed; where the signed attributes are there and agree with the content and with the certificate; where the certificate may
 * sign, was valid at the time of signing and is at the caller's time; and where a path leads from it to a trust anchor that the
 * caller gave, past the revocation lists that the caller gave. No certificate, list or address in the file is trusted or looked up.
 *
 * <p>No bytes make it throw: whatever they are, there is a verdict. Immutable, and may be shared by threads.
 */
public final class FileVerifier {
    private final Trust trust;
    private final SignatureLayout layout;

    private FileVerifier(Trust trust, SignatureLayout layout) {
        this.trust = trust;
        this.layout = layout;
    }

    /**
     * A verifier of detached CMS signatures.
     *
     * @param trust whom to believe
     * @return the verifier
     */
    public static FileVerifier of(Trust trust) {
        return new FileVerifier(requireNonNull(trust, "trust"), SignatureLayout.detachedCms());
    }

    /**
     * The same verifier for another layout.
     *
     * @param layout how file and signature are laid out
     * @return the new verifier
     */
    public FileVerifier layout(SignatureLayout layout) {
        return new FileVerifier(trust, requireNonNull(layout, "layout"));
    }

    /**
     * Verifies files on the disk. Each is read once; what was verified is in the {@link Verification}.
     *
     * @param file the file that carries the content
     * @param signature the file that carries the signature, where the layout has one of its own
     * @return the verdict, with its reasons
     * @throws IOException where a file can't be read, or is larger than the {@link Trust} allows
     */
    public Verification verify(Path file, Optional<Path> signature) throws IOException {
        requireNonNull(signature, "signature");
        NamedFile content = NamedFile.read(file, trust.settings().maxSize());
        return signature.isPresent()
                ? verify(content, Optional.of(NamedFile.read(signature.get(), trust.settings().maxSize())))
                : verify(content, Optional.empty());
    }

    /**
     * Verifies files in memory.
     *
     * @param file the file that carries the content
     * @param signature the file that carries the signature, where the layout has one of its own
     * @return the verdict, with its reasons
     */
    public Verification verify(NamedFile file, Optional<NamedFile> signature) {
        requireNonNull(file, "file");
        requireNonNull(signature, "signature");
        if (file.size() > trust.settings().maxSize() || signature.map(NamedFile::size).orElse(0) > trust.settings().maxSize()) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID,
                    file.name() + ": the file or its signature is larger than the " + trust.settings().maxSize()
                            + " bytes that are taken here: raise the limit if it is known to be so large"));
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
