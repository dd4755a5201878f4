package example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileVerifier;

/** The receiving side: verifies, opens and validates what is in a drop folder, and stores it or writes a rejection notice. */
public record DropFolder(FileVerifier verifier, Clock clock, Consumer<MigrationAuthorisation> store, Path notices) {
    public void receive(Path folder) throws IOException {
        try (var passwordFiles = Files.newDirectoryStream(folder, "MAPASSWORD_*.csv")) {
            for (Path passwordFile : passwordFiles) {
                receiveOne(passwordFile);
            }
        }
    }

    private void receiveOne(Path passwordFile) throws IOException {
        Instant received = clock.instant();
        String name = passwordFile.getFileName().toString().replace("MAPASSWORD_", "MA_");
        Path archive = passwordFile.resolveSibling(name.replace(".csv", ".zip"));
        Optional<Path> signature = Optional.of(passwordFile.resolveSibling(passwordFile.getFileName() + ".p7s"))
                .filter(Files::exists);
        var options = ValidationOptions.defaults().submittedAt(received).with(Rule.MPXN_DUPLICATE, Severity.ERROR);
        try {
            var opened = Submission.read(
                    archive,
                    passwordFile,
                    signature,
                    verifier,
                    OpenOptions.defaults().withUserIdRequired());
            store.accept(MigrationAuthorisation.parse(opened.file().toInput(), options));
        } catch (SecureExchangeException refusal) {
            reject(RejectionNotice.of(archive.getFileName().toString(), received, refusal));
        } catch (InvalidDocumentException invalid) {
            reject(RejectionNotice.of(name, received, invalid.report()));
        }
    }

    private void reject(RejectionNotice notice) throws IOException {
        Files.writeString(notices.resolve(notice.file() + ".txt"), notice.text());
        Files.writeString(notices.resolve(notice.file() + ".json"), notice.json());
    }
}
