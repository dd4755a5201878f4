package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.archive.PasswordFile;

/**
 * A submission whose password file is still to be signed, with DCC's File Signing Utility for example (clause 7.5.3). The archive may
 * already go to its folder; the mail is drafted by {@link Submission#mail} once there is a signature.
 *
 * @param archive the encrypted archive
 * @param archiveDestination the SharePoint folder that the archive goes to
 * @param fileToSign the password file, exactly whose bytes are to be signed
 * @param passwordFile its content; its MD5 is a password
 * @param report what the check of a Migration Authorisation found: warnings, as one with errors is refused; empty for a workbook
 * @param recovered what a program that was killed had left in the folder, and what became of it
 */
public record PreparedSubmission(
        Path archive,
        Destination archiveDestination,
        Path fileToSign,
        PasswordFile passwordFile,
        Optional<ValidationReport> report,
        List<InterruptedWrite> recovered) {
    /**
     * Takes what was written.
     *
     * @param archive the encrypted archive
     * @param archiveDestination the SharePoint folder that the archive goes to
     * @param fileToSign the password file
     * @param passwordFile its content
     * @param report what the check of a Migration Authorisation found
     * @param recovered what a program that was killed had left in the folder
     */
    public PreparedSubmission {
        requireNonNull(archive, "archive");
        requireNonNull(archiveDestination, "archiveDestination");
        requireNonNull(fileToSign, "fileToSign");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(report, "report");
        recovered = List.copyOf(recovered);
    }

    /**
     * Returns what can be delivered before there is a signature: the archive (clause 7.5.4).
     *
     * @return the archive, and where it goes
     */
    public Delivery delivery() {
        return new Delivery(archive, archiveDestination);
    }
}
