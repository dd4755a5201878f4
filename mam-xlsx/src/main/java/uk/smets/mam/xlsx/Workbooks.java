package uk.smets.mam.xlsx;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;

/** Identifies workbooks, for callers that accept any file. */
public final class Workbooks {
    private Workbooks() {}

    /**
     * Returns which of the two notifications a workbook holds, by its headings, or by the form of its rows if it has none.
     *
     * @param file the file
     * @return the kind, or empty if the file is not a workbook or holds neither; validating it as either reports why
     * @throws IOException if the file cannot be read
     */
    public static Optional<DocumentKind> kindOf(Path file) throws IOException {
        return kindOf(Input.of(file));
    }

    /**
     * Returns which of the two notifications a workbook holds, by its headings, or by the form of its rows if it has none.
     *
     * @param input the workbook
     * @return the kind, or empty if the input is not a workbook or holds neither; validating it as either reports why
     * @throws IOException if the input cannot be read
     */
    public static Optional<DocumentKind> kindOf(Input input) throws IOException {
        ValidationOptions options = ValidationOptions.defaults();
        try (WorkbookSource source = WorkbookSource.of(requireNonNull(input, "input"), options)) {
            return kindOf(source, options);
        }
    }

    private static Optional<DocumentKind> kindOf(WorkbookSource source, ValidationOptions options) throws IOException {
        try (WorkbookPackage workbook = WorkbookPackage.open(source, options)) {
            return Layout.kindOf(workbook);
        } catch (IOException e) {
            source.checkDisk();
            return Optional.empty();
        }
    }
}
