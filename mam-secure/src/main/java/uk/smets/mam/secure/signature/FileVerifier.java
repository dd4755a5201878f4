package uk.smets.mam.secure.signature;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.path.TrustSettings;

/**
 * Verifies signed files before their content is read (clauses 4 and 7.5.3).
 *
 * <p>A file is valid if it has at least one signature and, for every signature on it: the signature verifies over exactly its bytes
 * with an allowed digest; the signed attributes are present and agree with the content and the certificate; the certificate may sign
 * and was valid both at the time of signing and at that of verification; and a path leads from it to one of the caller's trust anchors,
 * taking the caller's revocation lists into account. No certificate, list or address in the file is trusted or looked up.
 *
 * <p>Any bytes result in a verdict, never in an exception. Immutable and thread-safe: a verifier may be kept, and compares each file with
 * the time at which it is verified.
 */
public final class FileVerifier {
    private final Trust trust;
    private final SignatureLayout layout;
    private final Clock clock;

    private FileVerifier(Trust trust, SignatureLayout layout, Clock clock) {
        this.trust = trust;
        this.layout = layout;
        this.clock = clock;
    }

    /**
     * {@return a verifier of detached CMS signatures that gets the time of verification from the system clock}
     *
     * @param trust the trust anchors and settings
     */
    public static FileVerifier of(Trust trust) {
        return new FileVerifier(requireNonNull(trust, "trust"), SignatureLayout.detachedCms(), Clock.systemUTC());
    }

    /**
     * {@return this verifier with a different layout}
     *
     * @param layout the layout of file and signature
     */
    public FileVerifier withLayout(SignatureLayout layout) {
        return new FileVerifier(trust, requireNonNull(layout, "layout"), clock);
    }

    /** {@return the layout of file and signature} */
    public SignatureLayout layout() {
        return layout;
    }

    /**
     * {@return this verifier with a different clock}
     *
     * @param clock the source of the time at which certificates and revocation lists have to be valid, read once for each file; its zone
     *     is ignored
     */
    public FileVerifier withClock(Clock clock) {
        return new FileVerifier(trust, layout, requireNonNull(clock, "clock"));
    }

    /**
     * {@return this verifier for files that were received at a given time, regardless of when they are verified}
     *
     * @param received when the files were received: certificates and revocation lists have to be valid at that time
     */
    public FileVerifier at(Instant received) {
        return withClock(Clock.fixed(requireNonNull(received, "received"), ZoneOffset.UTC));
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
        int maxSize = trust.rules().maxSize();
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
        if (file.size() > trust.rules().maxSize()
                || signature.map(NamedFile::size).orElse(0) > trust.rules().maxSize()) {
            return Verification.refused(new VerificationReason(
                    Rule.SIGNATURE_INVALID,
                    file.name() + ": the file or its signature is larger than the "
                            + trust.rules().maxSize()
                            + " bytes that are allowed: raise the limit if a file of this size is expected"));
        }
        try {
            return verify(layout.read(file, signature));
        } catch (SecureExchangeException e) {
            return Verification.refused(e.reasons().get(0));
        }
    }

    private Verification verify(SignedContent signed) {
        TrustSettings settings = trust.rules().at(clock.instant());
        if (signed.signature() instanceof FileSignature.Cms cms) {
            return new CmsVerification(settings).verify(signed.content(), CmsMessage.parse(cms.received()));
        }
        if (signed.signature() instanceof FileSignature.Plain plain) {
            return new PlainVerification(settings).verify(signed.content(), plain);
        }
        return Verification.ofUnknownLayout(signed.content().name());
    }
}
