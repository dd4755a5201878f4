package uk.smets.mam.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds and runs independent programs for the tests tagged {@code interop}. A test is skipped if its program is missing, and the build
 * lists it at its end; under the Maven profile {@code peers}, which sets the system property {@code mam.peers.required}, it fails.
 */
public final class PeerProgram {
    private PeerProgram() {}

    /**
     * The result of a program.
     *
     * @param status its exit status
     * @param output its standard output and standard error
     */
    public record Answer(int status, String output) {
        public Answer succeeded() {
            if (status != 0) {
                fail("ended with " + status + ": " + output);
            }
            return this;
        }
    }

    /** Skips the test if a program is missing, or fails it if programs are required. */
    public static void demand(boolean there, String missing) {
        if (!there && Boolean.getBoolean("mam.peers.required")) {
            fail("missing, and required by the profile peers: " + missing);
        }
        assumeTrue(there, missing);
    }

    /** Returns the folders of the PATH. */
    public static List<Path> path() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    public static boolean isInstalled(String command) {
        return path().stream().anyMatch(folder -> Files.isExecutable(folder.resolve(command)));
    }

    /** Runs a program that makes a special file; the test is skipped where that is impossible, such as without the right to make devices. */
    public static void make(String... command) throws IOException, InterruptedException {
        demand(isInstalled(command[0]), command[0] + " (Debian package coreutils)");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(status == 0, command[0] + " is not possible here");
    }

    /** Runs a program in a folder with the given standard input. */
    public static Answer run(
            List<String> line, Path folder, Map<String, String> environment, String input, long seconds)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("mam-peer", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // A program that ended without reading its input explains why in its output.
                process.waitFor();
            }
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(line.get(0) + " did not end within " + seconds + " seconds");
            }
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(output);
        }
    }
}
