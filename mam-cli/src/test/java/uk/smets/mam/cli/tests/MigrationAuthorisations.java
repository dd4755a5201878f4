package uk.smets.mam.cli.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files made from the sound sample by one change each. */
final class MigrationAuthorisations {
    static final int FIRST_ROW = 4;

    private MigrationAuthorisations() {}

    static String sound() throws IOException {
        return Files.readString(CommandLineRun.SOUND, StandardCharsets.US_ASCII);
    }

    /** The sound sample, the text of a field of the first row replaced. */
    static byte[] withFirstRow(int field, String text) throws IOException {
        List<String> lines = new ArrayList<>(sound().lines().toList());
        String[] fields = lines.get(FIRST_ROW - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        fields[field - 1] = text;
        lines.set(FIRST_ROW - 1, String.join(",", fields));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Path copySound(Path directory) throws IOException {
        return Files.copy(CommandLineRun.SOUND, directory.resolve(CommandLineRun.SOUND_NAME));
    }
}
