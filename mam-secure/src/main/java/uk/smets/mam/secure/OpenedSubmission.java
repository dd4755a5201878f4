package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.Verification;

/**
 * What opening a submission gave, and what was verified on the way.
 *
 * @param <T> how the file is given: a path, or the bytes under their name
 * @param file the file that was in the archive
 * @param passwordFile the password file, out of the very bytes that the signature is over
 * @param verification the signature, which is valid, and who signed
 * @param archiveHashVerified whether the archive, too, is tied to the signature, by its SHA-256
 * @param recovered what a program that was killed had left in the folder, and what became of it
 */
public record OpenedSubmission<T>(
        T file,
        PasswordFile passwordFile,
        Verification verification,
        boolean archiveHashVerified,
        List<InterruptedWrite> recovered) {
    /**
     * Takes what opening gave.
     *
     * @param file the file that was in the archive
     * @param passwordFile the password file
     * @param verification the signature
     * @param archiveHashVerified whether the archive is tied to the signature
     * @param recovered what a program that was killed had left in the folder
     */
    public OpenedSubmission {
        requireNonNull(file, "file");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(verification, "verification");
        recovered = List.copyOf(recovered);
    }
}
