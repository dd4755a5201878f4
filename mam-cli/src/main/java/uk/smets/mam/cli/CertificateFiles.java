package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The certificate files that a name on the command line stands for: itself, or those of a directory. */
final class CertificateFiles {
    private static final List<String> EXTENSIONS = List.of(".pem", ".crt", ".cer", ".der");

    private CertificateFiles() {}

    /**
     * Their names, as the user would write them.
     *
     * @throws NoSuchFileException where a directory holds no certificate
     */
    static List<String> find(Console console, String name) throws IOException {
        Path path = console.path(name);
        if (!Files.isDirectory(path)) {
            return List.of(name);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<String> found = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(CertificateFiles::isCertificate)
                    .sorted()
                    .map(file -> Path.of(name).resolve(file).toString())
                    .toList();
            if (found.isEmpty()) {
                throw new NoSuchFileException(
                        name, null, "no file in it has a name that ends in " + String.join(", ", EXTENSIONS));
            }
            return found;
        }
    }

    private static boolean isCertificate(String file) {
        String lowerCase = file.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(lowerCase::endsWith);
    }
}
