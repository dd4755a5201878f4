package uk.smets.mam.xlsx.tests;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that had no part in this library, for the tests tagged {@code interop}, and the Debian package that it comes with. A test
 * is skipped where its peer is missing, and the build lists it at its end; under the Maven profile {@code peers}, which sets the
 * system property {@code mam.peers.required}, it fails.
 */
enum Peer {
    /** The system's own, which has the packages of the system. */
    PYTHON("/usr/bin/python3", "python3-openpyxl, python3-xlsxwriter"),
    LIBRE_OFFICE("/usr/bin/soffice", "libreoffice-calc");

    private static final long SECONDS = 240;
    private static final Path PYTHON_PACKAGES = Path.of("/usr/lib/python3/dist-packages");

    private final String command;
    private final String debianPackage;

    Peer(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /** What it can't do without. */
    private List<Path> parts() {
        return switch (this) {
            case PYTHON -> List.of(PYTHON_PACKAGES.resolve("openpyxl"), PYTHON_PACKAGES.resolve("xlsxwriter"));
            case LIBRE_OFFICE -> List.of(Path.of("/usr/bin/localc"));
        };
    }

    /** Goes on only where the program is installed. */
    void require() {
        boolean there = isInstalled();
        String missing = command + " (Debian package " + debianPackage + ")";
        if (!there && Boolean.getBoolean("mam.peers.required")) {
            fail("missing, and required by the profile peers: " + missing);
        }
        assumeTrue(there, missing);
    }

    /** Whether it is complete, and in a folder of the path: what a PATH leaves out is regarded as missing. */
    private boolean isInstalled() {
        Path program = Path.of(command);
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Path.of(folder).equals(program.getParent()))
                && Files.isExecutable(program)
                && parts().stream().allMatch(Files::exists);
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
