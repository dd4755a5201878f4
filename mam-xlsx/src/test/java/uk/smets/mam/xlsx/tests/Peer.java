package uk.smets.mam.xlsx.tests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that had no part in this library, for the tests tagged {@code interop}. Where it is not installed, CI (the environment
 * variable {@code CI} is set) fails, and everyone else sees the test skipped.
 */
enum Peer {
    /** The system's own, which has the packages of the system. */
    PYTHON("/usr/bin/python3"),
    LIBRE_OFFICE("/usr/bin/soffice");

    private static final long SECONDS = 240;

    private final String command;

    Peer(String command) {
        this.command = command;
    }

    /** Goes on only where the program is there. */
    void require() {
        boolean there = Files.isExecutable(Path.of(command));
        String missing = command + " is not installed (see .ci/packages.txt)";
        if (!there && System.getenv("CI") != null) {
            fail(missing + ", and CI has to have it");
        }
        assumeTrue(there, missing);
    }

    /** Runs the program in a folder, and fails where it does. */
    void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        require();
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        Path output = Files.createTempFile("mam-peer", ".txt");
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(command + " did not end within " + SECONDS + " seconds");
            }
            if (process.exitValue() != 0) {
                fail(command + " ended with " + process.exitValue() + ": "
                        + Files.readString(output, StandardCharsets.ISO_8859_1));
            }
        } finally {
            Files.delete(output);
        }
    }
}
