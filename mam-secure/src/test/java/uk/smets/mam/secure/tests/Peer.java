package uk.smets.mam.secure.tests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that had no part in this library, for the tests tagged {@code interop}. Where it is not installed, CI (the
 * environment variable {@code CI} is set) fails, and everyone else sees the test skipped.
 */
enum Peer {
    SEVEN_ZIP("7zz"),
    PYTHON("python3"),
    BSDTAR("bsdtar"),
    OPENSSL("openssl"),
    SOFTHSM2("softhsm2-util"),
    GCC("gcc"),
    SHELL("sh"),
    MOUNT("mount"),
    UMOUNT("umount");

    private static final long SECONDS = 60;

    private final String command;

    Peer(String command) {
        this.command = command;
    }

    /** What a program answered. */
    record Answer(int status, String output) {
        Answer succeeded() {
            if (status != 0) {
                fail("ended with " + status + ": " + output);
            }
            return this;
        }
    }

    /** Goes on only where the program is there. */
    void require() {
        demand(isInstalled(), command + " is not installed (see .ci/packages.txt)");
    }

    /** Skips the test where something is missing from this machine, and fails it in CI. */
    static void demand(boolean there, String whatIsMissing) {
        if (!there && System.getenv("CI") != null) {
            fail(whatIsMissing + ", and CI has to have it");
        }
        assumeTrue(there, whatIsMissing);
    }

    private boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** Runs the program in a folder, with nothing on its standard input, and gives what it said on both outputs. */
    Answer run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(folder, environment, "", List.of(command), arguments);
    }

    /**
     * Runs the program in a folder, and answers what it asks for: a password, which then is in no process argument. It runs in a
     * session of its own, where there is no terminal that it could ask instead.
     */
    Answer runAnswering(String input, Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), input, List.of("setsid", "--wait", command), arguments);
    }

    private Answer run(
            Path folder, Map<String, String> environment, String input, List<String> program, String... arguments)
            throws IOException, InterruptedException {
        require();
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(arguments));
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
                // A program that has ended without reading its input says why in its answer.
                process.waitFor();
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                fail(command + " did not end within " + SECONDS + " seconds");
            }
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } finally {
            Files.delete(output);
        }
    }
}
