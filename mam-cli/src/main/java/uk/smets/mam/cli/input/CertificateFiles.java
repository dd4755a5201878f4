package uk.smets.mam.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import uk.smets.mam.cli.console.Console;

/** The certificate files that a name on the command line stands for: itself, or those of a directory. */
public final class CertificateFiles {
    private CertificateFiles() {}

    /**
     * Their names, as the user would write them: of a directory all files, but for what systems and tools hide there.
     *
     * @throws NoSuchFileException where a directory holds no file
     */
    public static List<String> find(Console console, String name) throws IOException {
        Path path = console.path(name);
        if (!Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<String> found = files.filter(file -> !Files.isDirectory(file))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> !file.startsWith("."))
                    .sorted()
                    .map(file -> Path.of(name).resolve(file).toString())
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchFileException(name, null, "no file in it");
            }
            return found;
        }
    }
}
