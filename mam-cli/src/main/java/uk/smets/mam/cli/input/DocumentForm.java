package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.primitive.WorkbookForm;
import uk.smets.mam.xlsx.Workbooks;

/** Whether a command reads a file as a text or as a workbook, by its name and its first bytes. */
public enum DocumentForm {
    TEXT,
    WORKBOOK;

    /** The number of bytes in which the library recognises other file formats. */
    private static final int FIRST = 8 * 1024;

    /** Any header: the table is only recognised, not imported. */
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("00-00-00-00-00-00-00-00"), false, Smso.CGI);

    /** A file with the name of a workbook is read as one, so that the report says why it is not one. An archive is not a workbook. */
    static DocumentForm of(String name, Path file) throws IOException {
        byte[] first = first(file);
        boolean workbook = WorkbookForm.isArchive(name, first)
                ? Workbooks.kindOf(file).isPresent()
                : WorkbookForm.isWorkbook(name, first);
        return workbook ? WORKBOOK : TEXT;
    }

    /** Reads ahead in a stream that supports {@code mark} and {@code reset}. */
    static DocumentForm of(String name, InputStream stream) throws IOException {
        stream.mark(FIRST);
        byte[] first = stream.readNBytes(FIRST);
        stream.reset();
        return WorkbookForm.isArchive(name, first) || WorkbookForm.isWorkbook(name, first) ? WORKBOOK : TEXT;
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
