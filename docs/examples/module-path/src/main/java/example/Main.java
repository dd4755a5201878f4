package example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Documents;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Validates a Migration Authorisation and a Migration Schedule, and encrypts the first, as a modular program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path authorisation = Path.of(arguments[0]);
        Path schedule = Path.of(arguments[1]);
        requireSound(Documents.validate(authorisation));
        requireSound(Documents.validate(schedule));
        encrypt(authorisation);
        checkModules();
        System.out.println("module path: all checks passed");
    }

    private static void requireSound(ValidationReport report) {
        report.findings().forEach(System.out::println);
        if (!report.isSound() || report.rows() == 0) {
            throw new IllegalStateException("expected rows without errors: " + report);
        }
    }

    private static void encrypt(Path file) throws IOException {
        Path folder = Files.createTempDirectory("example");
        PasswordFile password =
                PasswordFile.of(MigrationAuthorisation.parse(file).header().userId(), file);
        Path archive = folder.resolve(EncryptedArchive.nameFor(password.fileName()));
        EncryptedArchive.create(file, password, archive);
        Path opened = EncryptedArchive.open(archive, password, folder);
        if (Files.mismatch(opened, file) != -1) {
            throw new IllegalStateException(opened + " differs from " + file);
        }
    }

    /** All four libraries are named modules, and export no internal package. */
    private static void checkModules() {
        for (var type :
                List.of(Documents.class, MigrationAuthorisation.class, MigrationSchedule.class, Submission.class)) {
            Module library = type.getModule();
            if (!library.isNamed() || library.getDescriptor().isAutomatic()) {
                throw new IllegalStateException(library + " is not on the module path");
            }
            for (String name : library.getPackages()) {
                if (library.isExported(name, Main.class.getModule()) == name.contains(".internal.")) {
                    throw new IllegalStateException(name + ": only packages outside .internal. should be exported");
                }
            }
        }
    }
}
