package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.ArchiveOptions;
import uk.smets.mam.secure.Delivery;
import uk.smets.mam.secure.EncryptedArchive;
import uk.smets.mam.secure.FileSigner;
import uk.smets.mam.secure.FileVerifier;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.PasswordFile;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;

/**
 * The Java of docs/secure-exchange.md, compiled and run here; {@link SecureExchangePageTest} holds the page to the lines between the
 * marks.
 */
final class SecureExchangeSnippets {
    /** How the two sides agree on the hash of the archive. */
    record Agreement(SealOptions sealing, OpenOptions opening) {}

    SealedSubmission seal(Path file, Path folder, FileSigner signer) throws IOException {
        // snippet: seal
        SealedSubmission sealed = Submission.seal(file, folder, signer);
        for (Delivery delivery : sealed.deliveries()) {
            System.out.println(delivery.file() + " goes to " + delivery.destination());
        }
        // end
        return sealed;
    }

    SealedSubmission response(Path workbook, Path folder, FileSigner signer, Clock clock) throws IOException {
        // snippet: response
        SealOptions options = SealOptions.defaults()
                .userId(UserId.of("70-B3-D5-1F-30-00-A0-01"))
                .mailDraft(MailDraft.at(clock));
        SealedSubmission sealed = Submission.seal(workbook, folder, signer, options);
        sealed.mailDraft().ifPresent(draft -> System.out.println("open " + draft + ", and send it"));
        // end
        return sealed;
    }

    MigrationAuthorisation open(Path archive, Path passwordFile, Path signature, FileVerifier verifier, Path folder)
            throws IOException {
        // snippet: open
        OpenedSubmission<Path> opened = Submission.open(
                archive, passwordFile, Optional.of(signature), verifier, folder, OpenOptions.defaults());
        MigrationAuthorisation authorisation = MigrationAuthorisation.parse(opened.file());
        // end
        return authorisation;
    }

    Path archive(Path file, UserId userId, Path folder) throws IOException {
        // snippet: archive
        PasswordFile passwordFile = PasswordFile.of(userId, file); // reads the file for its MD5
        Path archive = folder.resolve(EncryptedArchive.nameFor(passwordFile.fileName()));
        EncryptedArchive.create(file, passwordFile, archive);
        EncryptedArchive.check(archive, passwordFile, ArchiveOptions.defaults().maxSize(4L << 30));
        // end
        return archive;
    }

    Agreement archiveHash() {
        // snippet: archive-hash
        SealOptions sealing = SealOptions.defaults().withArchiveHash(); // the supplier
        OpenOptions opening = OpenOptions.defaults().requiringArchiveHash(); // DCC
        // end
        return new Agreement(sealing, opening);
    }
}
