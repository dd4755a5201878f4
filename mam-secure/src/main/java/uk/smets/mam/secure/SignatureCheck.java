package uk.smets.mam.secure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.cms.CmsMessage;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;

/**
 * The checks that a sender can make of signatures from a signing utility: whether every receiver would refuse them, regardless of trust.
 *
 * @param holds whether a signature was verified
 * @param archiveHash the SHA-256 of the archive, if it is signed
 */
record SignatureCheck(boolean holds, Optional<ArchiveHash> archiveHash) {
    static SignatureCheck of(SignedFiles files, Instant at) {
        FileVerifier verifier = FileVerifier.of(Trust.withoutAnchors()).at(at);
        boolean appended = files.plain()
                .filter(file -> PasswordFileText.hasSignatureLines(file.bytes()))
                .isPresent();
        if (!appended && files.enclosing().isEmpty() && files.signatures().isEmpty()) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_MISSING,
                    files.passwordFile().name()
                            + ": there is no signature: sign the password file, and give the files that the"
                            + " signing utility writes");
        }
        List<Verification> verified = new ArrayList<>();
        for (NamedFile file : files.enclosing()) {
            verified.add(verifier.withLayout(SignatureLayout.enclosedCms()).verify(file, Optional.empty()));
        }
        for (NamedFile signature : files.signatures()) {
            if (files.plain().isPresent() && isMeantAsCms(signature)) {
                verified.add(verifier.verify(files.plain().get(), Optional.of(signature)));
            }
        }
        verified.forEach(verification ->
                requireAcceptable(verification.agreeingWith(files.passwordFile().userId())));
        return new SignatureCheck(
                !verified.isEmpty(),
                verified.stream()
                        .flatMap(verification -> verification.signers().stream())
                        .flatMap(signer -> signer.archive().stream())
                        .findFirst());
    }

    private static boolean isMeantAsCms(NamedFile signature) {
        String name = signature.name().toLowerCase(Locale.ROOT);
        return name.endsWith(CmsMessage.DETACHED_EXTENSION)
                || name.endsWith(CmsMessage.ENCLOSED_EXTENSION)
                || SignedFiles.message(signature).isPresent();
    }

    /** Untrusted signers are not an error, because no signer is trusted here. */
    private static void requireAcceptable(Verification verification) {
        verification.reasons().stream()
                .filter(reason -> reason.rule() != Rule.SIGNER_UNTRUSTED)
                .findFirst()
                .ifPresent(reason -> {
                    throw new SecureExchangeException(reason.rule(), reason.message());
                });
    }
}
