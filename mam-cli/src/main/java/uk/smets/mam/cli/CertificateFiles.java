package uk.smets.mam.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The certificate files that names on the command line stand for: themselves, or those of a directory. */
final class CertificateFiles {
    private static final List<String> EXTENSIONS = List.of(".pem", ".crt", ".cer", ".der");

    private CertificateFiles() {}

    /** Their names, as the user would write them. */
    static List<String> find(Console console, Collection<String> names) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Path path = console.path(name);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(CertificateFiles::isCertificate)
                            .sorted()
                            .forEach(file ->
                                    found.add(Path.of(name).resolve(file).toString()));
                }
            } else {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean isCertificate(String file) {
        String lowerCase = file.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(lowerCase::endsWith);
    }
}
