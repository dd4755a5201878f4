package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.MigrationAuthorisationRow;

/** A program that writes the same file repeatedly until it is killed. */
final class WritingProcess {
    static final int ROWS = 20_000;

    private WritingProcess() {}

    /**
     * Writes the file.
     *
     * @param arguments the file to write
     * @throws IOException if writing fails
     */
    public static void main(String[] arguments) throws IOException {
        MigrationAuthorisation document = Unnamed.parse(Lines.file(Lines.dualFuel()));
        MigrationAuthorisationRow row = document.rows().get(0);
        for (int round = 1; ; round++) {
            try (DocumentWriter<MigrationAuthorisationRow> writer =
                    MigrationAuthorisation.create(Path.of(arguments[0]), document.header())) {
                for (int i = 0; i < ROWS; i++) {
                    writer.write(row);
                }
                writer.finish();
            }
            System.out.println(round);
        }
    }
}
