package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.DraftedMail;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.ReceivedSubmission;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.SealedSubmission.Delivery;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;

/**
 * The Java of docs/secure-exchange.md, compiled and run here; {@link SecureExchangePageTest} compares the page with the lines between
 * the marks.
 */
final class SecureExchangeSnippets {
    /** How the two sides agree on the hash of the archive. */
    record Agreement(SealOptions sealing, OpenOptions opening) {}

    SealedSubmission<Path> seal(Path file, Path folder, FileSigner signer) throws IOException {
        // snippet: seal
        SealedSubmission<Path> sealed = Submission.seal(file, folder, signer);
        for (Delivery<Path> delivery : sealed.deliveries()) {
            System.out.println(delivery.file() + " goes to " + delivery.destination());
        }
        // end
        return sealed;
    }

    SealedSubmission<Path> response(Path workbook, Path folder, FileSigner signer, Clock clock) throws IOException {
        // snippet: response
        SealOptions options = SealOptions.defaults()
                .withUserId(UserId.of("70-B3-D5-1F-30-00-A0-01"))
                .withMailDraft(MailDraft.at(clock));
        SealedSubmission<Path> sealed = Submission.seal(workbook, folder, signer, options);
        sealed.mailDraft().ifPresent(draft -> System.out.println("open " + draft + ", and send it"));
        // end
        return sealed;
    }

    SealedSubmission<NamedFile> inMemory(byte[] bytes, FileSigner signer) throws IOException {
        // snippet: memory
        Input upload = Input.of(bytes, "MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv");
        SealedSubmission<NamedFile> sealed = Submission.seal(upload, signer, SealOptions.defaults());
        NamedFile archive = sealed.archive(); // name() and bytes()
        NamedFile passwordFile = sealed.passwordFile();
        Optional<NamedFile> signature = sealed.signature(); // empty if the password file contains it
        // end
        assertThat(List.of(archive, passwordFile, signature.orElseThrow())).doesNotHaveDuplicates();
        return sealed;
    }

    PreparedSubmission<Path> prepare(Path file, Path folder, Clock clock) throws IOException {
        // snippet: prepare
        PreparedSubmission<Path> prepared = Submission.prepare(file, folder, SealOptions.defaults(), clock);
        System.out.println("sign " + prepared.fileToSign() + " with the utility");
        System.out.println(prepared.archive() + " goes to " + prepared.archiveDestination());
        // end
        return prepared;
    }

    DraftedMail mail(List<Path> signedFiles, Path archive, Path draft, Clock clock) throws IOException {
        // snippet: mail
        DraftedMail drafted = Submission.mail(signedFiles, Optional.of(archive), MailDraft.at(clock), draft);
        if (!drafted.submission().isSignatureChecked()) {
            System.out.println("the signature is in a layout that is not known here: it was not verified");
        }
        // end
        return drafted;
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

    Path openShort(Path archive, Path passwordFile, Trust trust, Path folder, Clock clock) throws IOException {
        FileVerifier verifier = FileVerifier.of(trust).withClock(clock);
        // snippet: open-short
        OpenedSubmission<Path> opened = Submission.open(archive, passwordFile, verifier, folder);
        // end
        return opened.file();
    }

    void receive(Path dropFolder, FileVerifier verifier, Path inbox, Path answers, Clock clock) throws IOException {
        // snippet: receive
        for (ReceivedSubmission received : Submission.receive(dropFolder, verifier)) {
            switch (received.status()) {
                case COMPLETE -> received.open(inbox);
                case REFUSED -> {
                    SecureExchangeException refusal = received.refusal().orElseThrow();
                    RejectionNotice notice = RejectionNotice.of(received.name(), clock.instant(), refusal);
                    Files.writeString(answers.resolve(received.name() + ".txt"), notice.text());
                }
                default -> System.out.println(received); // a file is missing, or cannot be read
            }
        }
        // end
    }

    OpenedSubmission<NamedFile> reject(
            Path archive, Path passwordFile, Path signature, FileVerifier verifier, Path answers, Clock clock)
            throws IOException {
        // snippet: reject
        try {
            return Submission.read(archive, passwordFile, Optional.of(signature), verifier, OpenOptions.defaults());
        } catch (SecureExchangeException refusal) {
            RejectionNotice notice =
                    RejectionNotice.of(String.valueOf(archive.getFileName()), clock.instant(), refusal);
            Files.writeString(answers.resolve(notice.file() + ".txt"), notice.text());
            Files.writeString(answers.resolve(notice.file() + ".json"), notice.json());
            throw refusal;
        }
        // end
    }

    Path archive(Path file, UserId userId, Path folder) throws IOException {
        // snippet: archive
        PasswordFile passwordFile = PasswordFile.of(userId, file); // reads the file for its MD5
        Path archive = folder.resolve(EncryptedArchive.nameFor(passwordFile.fileName()));
        EncryptedArchive.create(file, passwordFile, archive);
        EncryptedArchive.check(archive, passwordFile, ArchiveOptions.defaults().withMaxSize(4L << 30));
        // end
        return archive;
    }

    Agreement archiveHash() {
        // snippet: archive-hash
        SealOptions sealing = SealOptions.defaults().withArchiveHash(); // the supplier
        OpenOptions opening = OpenOptions.defaults().withArchiveHashRequired(); // DCC
        // end
        return new Agreement(sealing, opening);
    }
}
