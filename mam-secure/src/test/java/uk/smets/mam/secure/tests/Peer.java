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
 * A program that had no part in this library, for the tests tagged {@code interop}, and the Debian package that it comes with. A test
 * is skipped where its peer is missing, and the build lists it at its end; under the Maven profile {@code peers}, which sets the
 * system property {@code mam.peers.required}, it fails.
 */
enum Peer {
    SEVEN_ZIP("7zz", "7zip"),
    UNZIP("unzip", "unzip"),
    ZIPINFO("zipinfo", "unzip"),
    BSDTAR("bsdtar", "libarchive-tools"),
    PYTHON("python3", "python3"),
    OPENSSL("openssl", "openssl"),
    SOFTHSM2("softhsm2-util", "softhsm2"),
    GCC("gcc", "gcc"),
    SHELL("sh", "dash"),
    STRACE("strace", "strace"),
    SETPRIV("setpriv", "util-linux"),
    MOUNT("mount", "mount"),
    UMOUNT("umount", "mount");

    private static final long SECONDS = 60;

    private final String command;
    private final String debianPackage;

    Peer(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
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

    /** Goes on only where the program is installed. */
    void require() {
        demand(isInstalled(), command, debianPackage);
    }

    /** Skips the test where a peer is missing from this machine, and fails it where peers are required. */
    static void demand(boolean there, String peer, String debianPackage) {
        demand(there, peer + " (Debian package " + debianPackage + ")");
    }

    /** The same for what no package brings. */
    static void demand(boolean there, String whatIsMissing) {
        if (!there && Boolean.getBoolean("mam.peers.required")) {
            fail("missing, and required by the profile peers: " + whatIsMissing);
        }
        assumeTrue(there, whatIsMissing);
    }

    boolean isInstalled() {
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
