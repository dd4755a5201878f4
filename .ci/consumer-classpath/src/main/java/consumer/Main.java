package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;

/** Reads a Migration Authorisation, writes it again and holds the two files against each other. */
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
            throw new IllegalStateException("meant for the class path");
        }
        System.out.println("class path: read, written and found the same: " + original.getFileName());
    }
}
