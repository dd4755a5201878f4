package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.archive.PasswordFile;

/**
 * What sealing made.
 *
 * @param archive the encrypted archive
 * @param archiveDestination the SharePoint folder that it goes to
 * @param signedFiles the signed password file, as the layout of the signature has it: with a detached signature the password file
 *     and the signature
 * @param mailDraft the mail with those files, where one was asked for
 * @param passwordFile the password file; its MD5 is a password
 * @param report what the check of a Migration Authorisation found: warnings, as one with errors is not sealed; empty for a workbook
 * @param recovered what a program that was killed had left in the folder, and what became of it
 */
public record SealedSubmission(
        Path archive,
        Destination archiveDestination,
        List<Path> signedFiles,
        Optional<Path> mailDraft,
        PasswordFile passwordFile,
        Optional<ValidationReport> report,
        List<InterruptedWrite> recovered) {
    /**
     * Takes what was made.
     *
     * @param archive the encrypted archive
     * @param archiveDestination the SharePoint folder that it goes to
     * @param signedFiles the signed password file
     * @param mailDraft the mail with those files
     * @param passwordFile the password file
     * @param report what the check of a Migration Authorisation found
     * @param recovered what a program that was killed had left in the folder
     */
    public SealedSubmission {
        requireNonNull(archive, "archive");
        requireNonNull(archiveDestination, "archiveDestination");
        signedFiles = List.copyOf(signedFiles);
        requireNonNull(mailDraft, "mailDraft");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(report, "report");
        recovered = List.copyOf(recovered);
    }

    /**
     * What goes where (clause 7.5.4): the archive into its folder, the signed password file by mail. A mail draft is not among them,
     * as it has those files in it.
     *
     * @return the files, the archive first
     */
    public List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(new Delivery(archive, archiveDestination));
        signedFiles.forEach(file -> deliveries.add(new Delivery(file, Destination.MIGRATION_CONTROL_CENTRE)));
        return List.copyOf(deliveries);
    }
}
