package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.Workbooks;

/** What a file is to be read as, by its name and its first bytes: the same for every command. */
public enum DocumentForm {
    TEXT,
    WORKBOOK;

    private static final String ZIP = "504B0304";
    private static final List<String> WORKBOOKS = List.of(ZIP, "D0CF11E0A1B11AE1");

    /** As much as the library looks at to name a file. */
    private static final int FIRST = 8 * 1024;

    /** Any header: an extract is not imported to see what it is. */
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("00-00-00-00-00-00-00-00"), false, Smso.CGI);

    /**
     * A file that is named as a workbook is read as one whatever it holds, so that the report says what keeps it from being one; of
     * archives only those that are workbooks.
     */
    static DocumentForm of(String name, Path file) throws IOException {
        byte[] first = first(file);
        boolean archive = name.toLowerCase(Locale.ROOT).endsWith(".zip")
                && startsWith(first, ZIP)
                && Workbooks.kindOf(file).isEmpty();
        return archive ? TEXT : of(name, first);
    }

    /** Looks ahead in a stream that can be reset. */
    static DocumentForm of(String name, InputStream stream) throws IOException {
        stream.mark(FIRST);
        byte[] first = stream.readNBytes(FIRST);
        stream.reset();
        return of(name, first);
    }

    private static DocumentForm of(String name, byte[] first) {
        boolean workbook =
                WorkbookKind.isNameOfOne(name) || WORKBOOKS.stream().anyMatch(start -> startsWith(first, start));
        return workbook ? WORKBOOK : TEXT;
    }

    private static boolean startsWith(byte[] first, String start) {
        return HexFormat.of().withUpperCase().formatHex(first).startsWith(start);
    }

    private static byte[] first(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(FIRST);
        }
    }

    /**
     * Refuses a text that is no document.
     *
     * @throws InvalidDocumentException where it is empty or something else, which the report names
     */
    static void requireDocument(Path file, ValidationOptions options) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(
                uk.smets.mam.model.Input.of(first(file), "document"), options);
        if (isOther(report)) {
            throw new InvalidDocumentException(report);
        }
    }

    /**
     * Refuses a text that is not a table with headings.
     *
     * @throws InvalidDocumentException where it is empty or something else, which the report names
     */
    static void requireTable(Path file, ValidationOptions options) throws IOException {
        try {
            ExtractImport.of(HEADER).options(options).read(uk.smets.mam.model.Input.of(first(file), "table"));
        } catch (InvalidDocumentException e) {
            if (isOther(e.report())) {
                throw e;
            }
        }
    }

    private static boolean isOther(ValidationReport report) {
        return report.counts().containsKey(Rule.NOT_A_DOCUMENT)
                || report.counts().containsKey(Rule.FILE_EMPTY);
    }
}
