package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.smets.mam.testing.PeerProgram;
import uk.smets.mam.testing.PeerProgram.Answer;

/** The independent programs for the tests tagged {@code interop}, with their Debian packages. */
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
    SETPRIV("setpriv", "util-linux");

    private static final long SECONDS = 60;

    private final String command;
    private final String debianPackage;

    Peer(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /** Skips the test unless the program is installed. */
    void require() {
        demand(isInstalled(), command, debianPackage);
    }

    /** Skips the test if a program is missing, or fails it if programs are required. */
    static void demand(boolean there, String peer, String debianPackage) {
        PeerProgram.demand(there, peer + " (Debian package " + debianPackage + ")");
    }

    boolean isInstalled() {
        return PeerProgram.isInstalled(command);
    }

    Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** Runs the program in a folder, with an empty standard input. */
    Answer run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(folder, environment, "", List.of(command), arguments);
    }

    /**
     * Runs the program in a folder with the password on its standard input, so that it is in no process argument. The program runs in its
     * own session, without a terminal for prompts.
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
        return PeerProgram.run(line, folder, environment, input, SECONDS);
    }
}
