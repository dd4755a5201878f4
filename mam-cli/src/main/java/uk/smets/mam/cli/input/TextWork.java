package uk.smets.mam.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Reads a text, and refuses a workbook with its kind or with the reason why it cannot be read. */
public record TextWork<T>(CommandInput input, CommandInput.Reading<Path, T> fromFile, CommandInput.Reading<InputStream, T> fromStream)
        implements DocumentWork<T> {
    @Override
    public T csv(Path file) throws IOException {
        return fromFile.from(file);
    }

    @Override
    public T csv(InputStream stream) throws IOException {
        return fromStream.from(stream);
    }

    @Override
    public T workbook(DocumentKind kind, Path file) throws IOException {
        throw refusal(kind, validation().workbook(kind, file));
    }

    @Override
    public T workbook(DocumentKind kind, byte[] bytes) throws IOException {
        throw refusal(kind, validation().workbook(kind, bytes));
    }

    private Validation validation() {
        return new Validation(input.named(ValidationOptions.defaults()));
    }

    /** Requires that something of a workbook could be read. */
    static void requireReadable(ValidationReport report) {
        if (report.header().isEmpty() && report.rows() == 0 && !report.isSound()) {
            throw new InvalidDocumentException(report);
        }
    }

    private static UnsupportedDocumentException refusal(DocumentKind kind, ValidationReport report) {
        requireReadable(report);
        return new UnsupportedDocumentException(
                "this is a workbook (" + Formats.document(kind) + "): a CSV file is expected here");
    }
}
