package uk.smets.mam.csv.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.smets.mam.model.Rule;

/** The sample files: {@code sound/}, one for each variant of a file, and {@code defective/}, one for each rule. */
final class Samples {
    private Samples() {}

    static List<Path> sound() {
        return in("sound");
    }

    static List<Path> defective() {
        return in("defective");
    }

    static List<Path> all() {
        return Stream.concat(sound().stream(), defective().stream()).toList();
    }

    /** The sample that breaks a rule: {@code mpan-format.csv} for {@code MPAN_FORMAT}. */
    static Path breaking(Rule rule) {
        return folder("defective").resolve(fileName(rule));
    }

    static String fileName(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        URL url = Samples.class.getResource("/samples/" + name);
        if (url == null) {
            throw new IllegalStateException("no folder of samples " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
