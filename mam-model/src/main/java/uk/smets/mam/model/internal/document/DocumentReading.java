package uk.smets.mam.model.internal.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.document.DocumentScan.Purpose;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;

/**
 * Reads one kind of document: as a whole, row by row, or for its findings.
 *
 * @param kind the kind of document
 * @param scans opens a pass over an input
 * @param <H> the type of the header
 * @param <R> the type of the rows
 */
public record DocumentReading<H extends DocumentHeader, R>(DocumentKind kind, DocumentScan.Opener<H, R> scans) {
    /**
     * Reads a whole document.
     *
     * @param input the input
     * @param options the options for checking
     * @param document creates the document from its header and rows
     * @param <D> the type of the document
     * @return the document
     * @throws InvalidDocumentException if the content has errors; it holds all findings
     * @throws IOException if the input cannot be read, or a file changed while it was being read
     */
    public <D> D parse(Input input, ValidationOptions options, BiFunction<H, List<R>, D> document) throws IOException {
        CollectingSink findings = sink(input, options);
        List<R> rows = new ArrayList<>();
        try (DocumentScan<H, R> scan = scans.open(input, options, Purpose.ROWS, findings)) {
            R row = scan.next();
            while (row != null) {
                if (findings.errors() == 0) {
                    rows.add(row);
                }
                row = scan.next();
            }
            Optional<H> header = scan.header();
            if (findings.errors() > 0 || header.isEmpty()) {
                throw new InvalidDocumentException(report(findings, scan));
            }
            return document.apply(header.get(), rows);
        }
    }

    /**
     * Checks a document, without keeping its rows.
     *
     * @param input the input
     * @param options the options for checking
     * @return the report
     * @throws IOException if the input cannot be read, or a file changed while it was being read
     */
    public ValidationReport validate(Input input, ValidationOptions options) throws IOException {
        CollectingSink findings = sink(input, options);
        try (DocumentScan<H, R> scan = scans.open(input, options, Purpose.FINDINGS, findings)) {
            while (scan.next() != null) {
                // Rows are checked as they are read.
            }
            return report(findings, scan);
        }
    }

    /**
     * Opens a reader that throws at the first error.
     *
     * @param input the input
     * @param options the options for checking
     * @return the reader
     * @throws InvalidDocumentException if the header has an error
     * @throws IOException if the input cannot be read
     */
    public DocumentReader<H, R> open(Input input, ValidationOptions options) throws IOException {
        CollectingSink findings = sink(input, options);
        return open(input, options, Purpose.ROWS_UNTIL_ERROR, findings, (rule, severity, repairable, finding) -> {
            findings.accept(rule, severity, repairable, finding);
            if (severity == Severity.ERROR) {
                CollectingSink first = new CollectingSink(1);
                first.accept(rule, severity, repairable, finding);
                throw new InvalidDocumentException(first.report(kind, Optional.empty(), 0));
            }
        });
    }

    /**
     * Opens a reader that skips rows with errors.
     *
     * @param input the input
     * @param options the options for checking
     * @param listener receives every finding, in the order of discovery
     * @return the reader
     * @throws IOException if the input cannot be read
     */
    public DocumentReader<H, R> open(Input input, ValidationOptions options, Consumer<Finding> listener)
            throws IOException {
        requireNonNull(listener, "listener");
        CollectingSink findings = sink(input, options);
        return open(input, options, Purpose.ROWS, findings, (rule, severity, repairable, supplier) -> {
            Finding finding = supplier.get();
            findings.accept(rule, severity, repairable, () -> finding);
            listener.accept(finding);
        });
    }

    private DocumentReader<H, R> open(
            Input input, ValidationOptions options, Purpose purpose, CollectingSink findings, FindingSink sink)
            throws IOException {
        DocumentScan<H, R> scan = scans.open(input, options, purpose, sink);
        return new ScanReader<>(scan, () -> report(findings, scan));
    }

    private static CollectingSink sink(Input input, ValidationOptions options) {
        requireNonNull(input, "input");
        return new CollectingSink(requireNonNull(options, "options").findingsKept());
    }

    private ValidationReport report(CollectingSink findings, DocumentScan<H, R> scan) {
        return findings.report(kind, scan.header().map(DocumentHeader.class::cast), scan.rows(), scan.sheetNames());
    }
}
