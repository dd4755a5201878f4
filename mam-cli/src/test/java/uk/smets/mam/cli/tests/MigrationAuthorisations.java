package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Creates files from the valid sample with one change each. */
final class MigrationAuthorisations {
    static final int FIRST_ROW = 4;

    private MigrationAuthorisations() {}

    static String valid() throws IOException {
        return Files.readString(CommandLineRun.VALID, StandardCharsets.US_ASCII);
    }

    /** Returns the valid sample with the text of one field of the first row replaced. */
    static byte[] withFirstRow(int field, String text) throws IOException {
        List<String> lines = new ArrayList<>(valid().lines().toList());
        String[] fields = lines.get(FIRST_ROW - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        fields[field - 1] = text;
        lines.set(FIRST_ROW - 1, String.join(",", fields));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Path copyValid(Path directory) throws IOException {
        return Files.copy(CommandLineRun.VALID, directory.resolve(CommandLineRun.VALID_NAME));
    }
}
