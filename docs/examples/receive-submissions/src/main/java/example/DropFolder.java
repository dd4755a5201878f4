package example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.ReceivedSubmission;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileVerifier;

/** The receiving side: verifies, opens and validates what is in a drop folder, and stores it or writes a rejection notice. */
public record DropFolder(FileVerifier verifier, Clock clock, Consumer<MigrationAuthorisation> store, Path notices) {
    public void receive(Path folder) throws IOException {
        for (ReceivedSubmission submission :
                Submission.receive(folder, verifier, OpenOptions.defaults().withUserIdRequired())) {
            switch (submission.status()) {
                case COMPLETE -> open(submission);
                case REFUSED, SIGNATURE_MISSING ->
                    reject(RejectionNotice.of(
                            submission.name(),
                            clock.instant(),
                            submission.refusal().orElseThrow()));
                case ARCHIVE_MISSING, PASSWORD_FILE_MISSING -> {
                    // The rest may still arrive.
                }
                case UNREADABLE ->
                    System.err.println(
                            submission.name() + ": " + submission.failure().orElseThrow());
            }
        }
    }

    private void open(ReceivedSubmission submission) throws IOException {
        Instant received = clock.instant();
        var options = ValidationOptions.defaults().submittedAt(received).with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        try {
            store.accept(MigrationAuthorisation.parse(submission.read().file().toInput(), options));
        } catch (InvalidDocumentException invalid) {
            reject(RejectionNotice.of(submission.name(), received, invalid.report()));
        } catch (SecureExchangeException refusal) { // its files have changed since they were checked
            reject(RejectionNotice.of(submission.name(), received, refusal));
        }
    }

    private void reject(RejectionNotice notice) throws IOException {
        Files.writeString(notices.resolve(notice.file() + ".txt"), notice.text());
        Files.writeString(notices.resolve(notice.file() + ".json"), notice.json());
    }
}
