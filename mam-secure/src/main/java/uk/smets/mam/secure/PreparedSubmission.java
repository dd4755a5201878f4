package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.archive.PasswordFile;

/**
 * A submission whose password file has yet to be signed, for example with DCC's File Signing Utility (clause 7.5.3). The archive can be
 * delivered at once; {@link Submission#mail} drafts the mail after signing.
 *
 * @param <T> the type of a file: a path, or a file in memory
 * @param archive the encrypted archive
 * @param archiveDestination the SharePoint folder for the archive
 * @param fileToSign the password file to sign, without changing a byte
 * @param passwordFile its content; its MD5 is a password
 * @param report the validation report of a Migration Authorisation, without errors; empty for a workbook
 * @param recovered interrupted writes that were found in the folder, and how they were resolved
 */
public record PreparedSubmission<T>(
        T archive,
        Destination archiveDestination,
        T fileToSign,
        PasswordFile passwordFile,
        Optional<ValidationReport> report,
        List<InterruptedWrite> recovered) {
    /**
     * Creates the result.
     *
     * @param archive the encrypted archive
     * @param archiveDestination the SharePoint folder for the archive
     * @param fileToSign the password file
     * @param passwordFile its content
     * @param report the validation report
     * @param recovered interrupted writes in the folder
     */
    public PreparedSubmission {
        requireNonNull(archive, "archive");
        requireNonNull(archiveDestination, "archiveDestination");
        requireNonNull(fileToSign, "fileToSign");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(report, "report");
        recovered = Arguments.listOf(recovered, "recovered");
    }

    /**
     * Returns the delivery that does not have to wait for the signature: that of the archive (clause 7.5.4).
     *
     * @return the archive and its destination
     */
    public SealedSubmission.Delivery<T> delivery() {
        return new SealedSubmission.Delivery<>(archive, archiveDestination);
    }
}
