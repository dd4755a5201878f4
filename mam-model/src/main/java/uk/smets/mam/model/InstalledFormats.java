package uk.smets.mam.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.DocumentFormat.Match;
import uk.smets.mam.model.internal.primitive.WorkbookForm;

/**
 * The formats on the class path or module path, and the choice of one for an input.
 *
 * @param formats the formats, in any order
 */
record InstalledFormats(List<DocumentFormat> formats) {
    /** As many as {@link DocumentFormat#match} is given. */
    private static final int START = 64;

    private static final String CSV = "mam-csv";
    private static final String XLSX = "mam-xlsx";

    /** Work on an input in the format that was chosen for it. */
    private interface Work<T> {
        /** Does the work; the format is empty if none of those installed fits. */
        T on(Input input, byte[] start, Optional<DocumentFormat> format) throws IOException;
    }

    Set<DocumentKind> kinds() {
        requireAny();
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        formats.forEach(format -> kinds.addAll(format.kinds()));
        return Collections.unmodifiableSet(kinds);
    }

    private boolean reads(DocumentKind kind) {
        return formats.stream().anyMatch(format -> format.kinds().contains(kind));
    }

    DocumentFormat of(DocumentKind kind) {
        return formats.stream()
                .filter(format -> format.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module that reads the " + kind.title()
                        + " is on the class path or module path: add uk.smets.mam:"
                        + (kind == DocumentKind.MIGRATION_AUTHORISATION ? CSV : XLSX)));
    }

    private void requireAny() {
        if (formats.isEmpty()) {
            throw new IllegalStateException("no module that reads documents is on the class path or module path: add "
                    + "uk.smets.mam:" + CSV + " for the Migration Authorisation, and uk.smets.mam:" + XLSX
                    + " for the two notifications");
        }
    }

    Optional<DocumentKind> kindOf(Input input) throws IOException {
        return choose(
                input,
                (found, start, format) -> format.isPresent() ? format.get().kindOf(found) : Optional.empty());
    }

    ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        return choose(input, (found, start, format) -> {
            if (WorkbookForm.isPackage(found.name(), start) && !reads(DocumentKind.MIGRATION_SCHEDULE)) {
                return missing(
                        DocumentKind.MIGRATION_SCHEDULE, "this is a workbook or a ZIP archive", XLSX, found, options);
            }
            return format.isPresent()
                    ? format.get().validate(found, options)
                    : missing(DocumentKind.MIGRATION_AUTHORISATION, "this is not a workbook", CSV, found, options);
        });
    }

    /** Returns the report of a document whose module is not installed. It is an error whatever the options, because nothing was checked. */
    private static ValidationReport missing(
            DocumentKind kind, String what, String module, Input input, ValidationOptions options) {
        Finding finding = new Finding(
                Rule.NOT_A_DOCUMENT,
                Severity.ERROR,
                new Location.WholeFile(options.sourceName().orElse(input.name())),
                Optional.empty(),
                what + ", and the module that reads such files is not installed: add uk.smets.mam:" + module);
        return new ValidationReport(
                kind,
                Optional.empty(),
                0,
                Map.of(Rule.NOT_A_DOCUMENT, Map.of(Severity.ERROR, 1L)),
                0,
                List.of(finding));
    }

    private <T> T choose(Input input, Work<T> work) throws IOException {
        requireAny();
        Optional<Path> file = input.file();
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw new IOException(file.get() + " is a folder, not a file");
        }
        // What is read from a pipe cannot be read again.
        boolean repeatable = file.isPresent() ? Files.isRegularFile(file.get()) : input.isRepeatable();
        try (InputStream stream = input.open()) {
            byte[] start = stream.readNBytes(START);
            return choose(
                    repeatable
                            ? input
                            : Input.of(new SequenceInputStream(new ByteArrayInputStream(start), stream), input.name()),
                    repeatable,
                    start,
                    work);
        }
    }

    private <T> T choose(Input input, boolean repeatable, byte[] start, Work<T> work) throws IOException {
        Map<Match, DocumentFormat> best = new EnumMap<>(Match.class);
        formats.forEach(format -> best.putIfAbsent(format.match(input.name(), start), format));
        DocumentFormat certain = best.get(Match.CERTAIN);
        if (certain != null) {
            return work.on(input, start, Optional.of(certain));
        }
        DocumentFormat possible = best.get(Match.POSSIBLE);
        DocumentFormat other = best.get(Match.OTHERWISE);
        if (possible == null || other == null) {
            return work.on(input, start, Optional.ofNullable(possible == null ? other : possible));
        }
        Input again = repeatable ? input : inMemory(input);
        return work.on(again, start, Optional.of(possible.kindOf(again).isPresent() ? possible : other));
    }

    private static Input inMemory(Input input) throws IOException {
        try (InputStream stream = input.open()) {
            return Input.of(stream.readAllBytes(), input.name());
        }
    }
}
