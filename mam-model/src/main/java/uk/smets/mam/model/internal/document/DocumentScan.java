package uk.smets.mam.model.internal.document;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.FindingSink;

/**
 * One pass over a document. It has read the header when it is opened, and passes its findings to a sink.
 *
 * @param <H> the type of the header
 * @param <R> the type of the rows
 */
public interface DocumentScan<H extends DocumentHeader, R> extends Closeable {
    /** What a scan is for. */
    enum Purpose {
        /** Rows, with all findings of the document. */
        ROWS,
        /** Rows up to the first error, at which the sink throws: a finding about a row must come before the row. */
        ROWS_UNTIL_ERROR,
        /** Findings only. */
        FINDINGS
    }

    /**
     * Opens scans of one kind of document.
     *
     * @param <H> the type of the header
     * @param <R> the type of the rows
     */
    @FunctionalInterface
    interface Opener<H extends DocumentHeader, R> {
        /**
         * Opens an input and reads the header. If this throws, the input is closed.
         *
         * @param input the input
         * @param options the options for checking
         * @param purpose the purpose of the scan
         * @param sink receives the findings; if it throws, the scan stops
         * @return the scan
         * @throws IOException if the input cannot be read
         */
        DocumentScan<H, R> open(Input input, ValidationOptions options, Purpose purpose, FindingSink sink)
                throws IOException;
    }

    /** {@return the header, or empty if it has an error} */
    Optional<H> header();

    /**
     * Reads the next row without an error.
     *
     * @return the row, or null after the last
     * @throws IOException if the input cannot be read, or changed while it was being read
     */
    @Nullable
    R next() throws IOException;

    /** {@return the number of the line, or of the row on its sheet, that was read last, from 1} */
    long line();

    /** {@return how many rows of the body were read, with and without errors} */
    long rows();

    /** {@return the names of the sheets of a workbook, in their order, none for other files} */
    default List<String> sheetNames() {
        return List.of();
    }
}
