package uk.smets.mam.xlsx.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.smets.mam.testing.PeerProgram;

/** The independent programs for the tests tagged {@code interop}, with their Debian packages. */
enum Peer {
    /** The system's Python, which has the system's packages. */
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

    /** The parts that it requires. */
    private List<Path> parts() {
        return switch (this) {
            case PYTHON -> List.of(PYTHON_PACKAGES.resolve("openpyxl"), PYTHON_PACKAGES.resolve("xlsxwriter"));
            case LIBRE_OFFICE -> List.of(Path.of("/usr/bin/localc"));
        };
    }

    /** Skips the test unless the program is installed. */
    void require() {
        PeerProgram.demand(isInstalled(), command + " (Debian package " + debianPackage + ")");
    }

    /** Whether it is complete and in a folder of PATH; a program outside PATH is treated as missing. */
    private boolean isInstalled() {
        Path program = Path.of(command);
        return PeerProgram.path().contains(program.getParent())
                && Files.isExecutable(program)
                && parts().stream().allMatch(Files::exists);
    }

    /** Runs the program in a folder, and fails if the program fails. */
    void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        require();
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        PeerProgram.run(line, folder, Map.of(), "", SECONDS).succeeded();
    }
}
