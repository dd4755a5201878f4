package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.Verification;

/**
 * An opened submission: the file, and the results of its verification.
 *
 * @param <T> the type of the file: a path, or a file in memory
 * @param file the file that was in the archive
 * @param passwordFile the password file, parsed from the bytes that were verified
 * @param verification the verification of the signature, which is valid
 * @param archiveHashVerified whether the signature also contains the SHA-256 of the archive
 * @param recovered interrupted writes that were found in the folder, and how they were resolved
 */
public record OpenedSubmission<T>(
        T file,
        PasswordFile passwordFile,
        Verification verification,
        boolean archiveHashVerified,
        List<InterruptedWrite> recovered) {
    /**
     * Creates the result.
     *
     * @param file the file that was in the archive
     * @param passwordFile the password file
     * @param verification the verification
     * @param archiveHashVerified whether the signature contains the SHA-256 of the archive
     * @param recovered interrupted writes in the folder
     */
    public OpenedSubmission {
        requireNonNull(file, "file");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(verification, "verification");
        recovered = Arguments.listOf(recovered, "recovered");
    }
}
