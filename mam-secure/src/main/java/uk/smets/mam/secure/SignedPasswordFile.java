package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.zip.ExpectedFile;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.Verification;

/**
 * A password file with a valid signature.
 *
 * @param passwordFile the password file, parsed from the bytes that were verified
 * @param verification the verification, which is valid
 * @param archiveHash the SHA-256 of the archive, if it is signed
 */
record SignedPasswordFile(PasswordFile passwordFile, Verification verification, Optional<ArchiveHash> archiveHash) {
    static SignedPasswordFile verify(Input file, Optional<Input> signature, FileVerifier verifier, OpenOptions options)
            throws IOException {
        requireNonNull(file, "passwordFile");
        requireNonNull(signature, "signature");
        requireNonNull(verifier, "verifier");
        requireNonNull(options, "options");
        Verification verification = verifier.verify(file, signature);
        PasswordFile passwordFile =
                PasswordFile.parseSigned(verification.content().bytes());
        Verification exact =
                options.userIdExact() ? verification.agreeingExactlyWith(passwordFile.userId()) : verification;
        Verification agreeing = exact.agreeingWithPasswordFile();
        if (options.userIdRequired()) {
            agreeing = agreeing.requireUserId();
        }
        String name = agreeing.content().name();
        Set<ArchiveHash> hashes = agreeing.signers().stream()
                .flatMap(signer -> signer.archive().stream())
                .collect(Collectors.toSet());
        if (hashes.size() > 1) {
            throw new SecureExchangeException(Rule.SIGNATURE_INVALID, name + ": its signers name different archives");
        }
        if (hashes.isEmpty() && options.archiveHashRequired()) {
            throw new SecureExchangeException(
                    Rule.SIGNATURE_INVALID,
                    name
                            + ": the signature does not contain the SHA-256 of the archive, which is required here:"
                            + " ask for the file to be sealed with it");
        }
        return new SignedPasswordFile(passwordFile, agreeing, hashes.stream().findFirst());
    }

    ExpectedFile expected() {
        return new ExpectedFile(passwordFile.fileName(), passwordFile.md5());
    }

    Optional<byte[]> archiveSha256() {
        return archiveHash.map(ArchiveHash::sha256);
    }

    <T> OpenedSubmission<T> opened(T file, List<InterruptedWrite> recovered) {
        return new OpenedSubmission<>(file, passwordFile, verification, archiveHash.isPresent(), recovered);
    }
}
