package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

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
 * @param <T> the type of a file: a path, or a file in memory
 * @param archive the encrypted archive
 * @param archiveDestination the SharePoint folder for the archive
 * @param signedFiles the files to mail, at least one: {@link #passwordFile()}, {@link #signature()} if the layout has a separate one, and
 *     any other file of a layout of your own
 * @param mailDraft the mail draft with those files, if the options requested one
 * @param passwordFileContent the content of the password file; its MD5 is a password
 * @param report the validation report of a Migration Authorisation, without errors; empty for a workbook
 * @param recovered interrupted writes that were found in the folder, and how they were resolved
 */
public record SealedSubmission<T>(
        T archive,
        Destination archiveDestination,
        List<T> signedFiles,
        Optional<T> mailDraft,
        PasswordFile passwordFileContent,
        Optional<ValidationReport> report,
        List<InterruptedWrite> recovered) {
    /**
     * Creates the result.
     *
     * @param archive the encrypted archive
     * @param archiveDestination the SharePoint folder for the archive
     * @param signedFiles the files to mail
     * @param mailDraft the mail with those files
     * @param passwordFileContent the content of the password file
     * @param report the validation report
     * @param recovered interrupted writes in the folder
     * @throws IllegalArgumentException if there is no file to mail
     */
    public SealedSubmission {
        requireNonNull(archive, "archive");
        requireNonNull(archiveDestination, "archiveDestination");
        signedFiles = Arguments.listOf(signedFiles, "signedFiles");
        requireNonNull(mailDraft, "mailDraft");
        requireNonNull(passwordFileContent, "passwordFileContent");
        requireNonNull(report, "report");
        recovered = Arguments.listOf(recovered, "recovered");
        if (signedFiles.isEmpty()) {
            throw new IllegalArgumentException("signedFiles: at least the signed password file");
        }
    }

    /**
     * Returns the signed password file: the unchanged file, or the single file that also contains the signature, depending on the layout.
     *
     * @return the first of the files to mail
     */
    public T passwordFile() {
        return signedFiles.get(0);
    }

    /**
     * Returns the signature, if the layout writes it to a file of its own, as the default layout does ({@code .p7s}).
     *
     * @return the second of the files to mail; empty if {@link #passwordFile()} contains the signature
     */
    public Optional<T> signature() {
        return signedFiles.stream().skip(1).findFirst();
    }

    /**
     * Returns the files to deliver and their destinations (clause 7.5.4): the archive to its folder, the signed password file by mail. A
     * mail draft is not included, as it contains the same files.
     *
     * @return the deliveries, the archive first
     */
    public List<Delivery<T>> deliveries() {
        List<Delivery<T>> deliveries = new ArrayList<>();
        deliveries.add(new Delivery<>(archive, archiveDestination));
        signedFiles.forEach(file -> deliveries.add(new Delivery<>(file, Destination.MIGRATION_CONTROL_CENTRE)));
        return List.copyOf(deliveries);
    }

    /**
     * A file of a submission and its destination.
     *
     * @param <T> the type of the file: a path, or a file in memory
     * @param file the file
     * @param destination the folder or mailbox
     */
    public record Delivery<T>(T file, Destination destination) {
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
