package uk.smets.mam.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.xlsx.internal.read.NotificationFormat;

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
        return NotificationFormat.kindIn(input);
    }
}
