package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.archive.PasswordFile;

/**
 * The files of a sealed submission.
 *
 * @param archive the encrypted archive
 * @param archiveDestination the SharePoint folder for the archive
 * @param signedFiles the signed password file: one file or more, depending on the layout of the signature
 * @param mailDraft the mail draft with those files, if the options requested one
 * @param passwordFile the password file; its MD5 is a password
 * @param report the validation report of a Migration Authorisation, without errors; empty for a workbook
 * @param recovered interrupted writes that were found in the folder, and how they were resolved
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
     * Creates the result.
     *
     * @param archive the encrypted archive
     * @param archiveDestination the SharePoint folder for the archive
     * @param signedFiles the signed password file
     * @param mailDraft the mail with those files
     * @param passwordFile the password file
     * @param report the validation report
     * @param recovered interrupted writes in the folder
     */
    public SealedSubmission {
        requireNonNull(archive, "archive");
        requireNonNull(archiveDestination, "archiveDestination");
        signedFiles = Arguments.listOf(signedFiles, "signedFiles");
        requireNonNull(mailDraft, "mailDraft");
        requireNonNull(passwordFile, "passwordFile");
        requireNonNull(report, "report");
        recovered = Arguments.listOf(recovered, "recovered");
    }

    /**
     * Returns the files to deliver and their destinations (clause 7.5.4): the archive to its folder, the signed password file by mail. A
     * mail draft is not included, as it contains the same files.
     *
     * @return the deliveries, the archive first
     */
    public List<Delivery> deliveries() {
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(new Delivery(archive, archiveDestination));
        signedFiles.forEach(file -> deliveries.add(new Delivery(file, Destination.MIGRATION_CONTROL_CENTRE)));
        return List.copyOf(deliveries);
    }

    /**
     * A file of a submission and its destination.
     *
     * @param file the file
     * @param destination the folder or mailbox
     */
    public record Delivery(Path file, Destination destination) {
        /**
         * Creates a delivery.
         *
         * @param file the file
         * @param destination the folder or mailbox
         */
        public Delivery {
            requireNonNull(file, "file");
            requireNonNull(destination, "destination");
        }
    }
}
