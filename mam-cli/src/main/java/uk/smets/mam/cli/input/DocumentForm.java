package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.Workbooks;

/** Whether a command reads a file as a text or as a workbook, by its name and its first bytes. */
public enum DocumentForm {
    TEXT,
    WORKBOOK;

    private static final String ZIP = "504B0304";
    private static final List<String> WORKBOOKS = List.of(ZIP, "D0CF11E0A1B11AE1");

    /** The number of bytes in which the library recognises other file formats. */
    private static final int FIRST = 8 * 1024;

    /** Any header: the table is only recognised, not imported. */
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("00-00-00-00-00-00-00-00"), false, Smso.CGI);

    /** A file with the name of a workbook is read as one, so that the report says why it is not one. An archive is not a workbook. */
    static DocumentForm of(String name, Path file) throws IOException {
        byte[] first = first(file);
        boolean archive = name.toLowerCase(Locale.ROOT).endsWith(".zip")
                && startsWith(first, ZIP)
                && Workbooks.kindOf(file).isEmpty();
        return archive ? TEXT : of(name, first);
    }

    /** Reads ahead in a stream that supports {@code mark} and {@code reset}. */
    static DocumentForm of(String name, InputStream stream) throws IOException {
        stream.mark(FIRST);
        byte[] first = stream.readNBytes(FIRST);
        stream.reset();
        return of(name, first);
    }

    private static DocumentForm of(String name, byte[] first) {
        boolean workbook = isWorkbookName(name) || WORKBOOKS.stream().anyMatch(start -> startsWith(first, start));
        return workbook ? WORKBOOK : TEXT;
    }

    /** Returns whether a name has the extension of a workbook. */
    public static boolean isWorkbookName(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.endsWith(".xlsx") || lowerCase.endsWith(".xlsm");
    }

    /** Returns the kind of a workbook: the kind that was found by its headings, or else the kind that its name suggests. */
    public static DocumentKind kind(String name, Optional<DocumentKind> found) {
        return found.orElseGet(() -> name.toLowerCase(Locale.ROOT).contains("firmware")
                ? DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION
                : DocumentKind.MIGRATION_SCHEDULE);
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
     * Requires a text to be a document.
     *
     * @throws InvalidDocumentException if it is empty or in another format, which the report names
     */
    static void requireDocument(Path file, ValidationOptions options) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(Input.of(first(file), "document"), options);
        if (isOther(report)) {
            throw new InvalidDocumentException(report);
        }
    }

    /**
     * Requires a text to be a table with headings.
     *
     * @throws InvalidDocumentException if it is empty or in another format, which the report names
     */
    static void requireTable(Path file, ValidationOptions options) throws IOException {
        try {
            ExtractImport.of(HEADER).options(options).read(Input.of(first(file), "table"));
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
