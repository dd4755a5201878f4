package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Uses the libraries on the class path: reads a Migration Authorisation, writes it and compares the two files. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var original = Path.of(arguments[0]);
        var copy = Files.createTempDirectory("consumer").resolve(original.getFileName());
        MigrationAuthorisation.parse(original).write(copy);
        if (Files.mismatch(original, copy) != -1) {
            throw new IllegalStateException(copy + " differs from " + original);
        }
        if (MigrationAuthorisation.class.getModule().isNamed()) {
            throw new IllegalStateException("not run on the class path");
        }
        if (!Documents.validate(original).isSound()) {
            throw new IllegalStateException(original + " has errors");
        }
        useWorkbooks();
        seal(original, copy);
        System.out.println("class path: all checks passed with " + original.getFileName());
    }

    private static void useWorkbooks() throws IOException {
        var header = new NotificationHeader(
                "Consumer", List.of(SecPartySignifier.of("EXSUPP")), List.of(MarketParticipantId.of("EXG")), Smso.CGI);
        var schedule = new MigrationSchedule(header, List.of());
        if (!MigrationSchedule.parse(Input.of(schedule.toBytes(), "schedule.xlsx"))
                .equals(schedule)) {
            throw new IllegalStateException("a workbook differs from what was written");
        }
        if (!Documents.kindOf(Input.of(schedule.toBytes(), "upload"))
                .equals(Optional.of(DocumentKind.MIGRATION_SCHEDULE))) {
            throw new IllegalStateException("a workbook is not recognised");
        }
    }

    private static void seal(Path original, Path copy) throws IOException {
        var password =
                PasswordFile.of(MigrationAuthorisation.parse(original).header().userId(), copy);
        var folder = Files.createTempDirectory("consumer");
        var archive = folder.resolve(EncryptedArchive.nameFor(password.fileName()));
        EncryptedArchive.create(copy, password, archive);
        if (Files.mismatch(EncryptedArchive.open(archive, password, folder), original) != -1) {
            throw new IllegalStateException("the file from the archive differs from the original");
        }
    }
}
