package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/** Tells workbooks apart, for callers that take whatever arrives. */
public final class Workbooks {
    private Workbooks() {}

    /**
     * Which of the two notifications a workbook holds, by its headings, or by the form of its rows where it has none.
     *
     * @param file the file
     * @return the kind, or empty where the file is no workbook or holds neither; reading it as either says why
     * @throws IOException where the file can't be read
     */
    public static Optional<DocumentKind> kindOf(Path file) throws IOException {
        ValidationOptions options = ValidationOptions.defaults();
        try (WorkbookSource source = WorkbookSource.of(file, options)) {
            return kindOf(source, options);
        }
    }

    /**
     * Which of the two notifications a workbook holds, by its headings, or by the form of its rows where it has none.
     *
     * @param bytes the bytes of the file
     * @return the kind, or empty where the bytes are no workbook or hold neither; reading them as either says why
     */
    public static Optional<DocumentKind> kindOf(byte[] bytes) {
        ValidationOptions options = ValidationOptions.defaults();
        try (WorkbookSource source = WorkbookSource.of(requireNonNull(bytes, "bytes"), options)) {
            return kindOf(source, options);
        } catch (IOException e) {
            throw new UncheckedIOException("reading bytes in memory", e);
        }
    }

    private static Optional<DocumentKind> kindOf(WorkbookSource source, ValidationOptions options) throws IOException {
        try (WorkbookPackage workbook = WorkbookPackage.open(source, options)) {
            return Layout.kindOf(workbook);
        } catch (IOException e) {
            // No workbook, unless it is the disk that failed.
            source.checkDisk();
            return Optional.empty();
        }
    }
}
