package uk.smets.mam.model.internal.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;

/**
 * The findings in a document that is being written. They are held until it is known whether a row is written. A row
 * with an error is rejected with all its findings; other findings are passed to a listener.
 */
public final class WriterFindings implements FindingSink {
    private record Held(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {}

    private final DocumentKind document;
    private final DocumentHeader header;
    private final List<String> sheets;
    private final ValidationOptions options;
    private final Consumer<Finding> listener;
    private final List<Held> held = new ArrayList<>();
    private long warnings;

    /**
     * Creates an empty object.
     *
     * @param document the kind of document
     * @param header its header
     * @param sheets the names of the sheets of a workbook, in their order
     * @param options the number of findings to keep when a row is rejected
     * @param listener receives the findings of rows that are written
     */
    public WriterFindings(
            DocumentKind document,
            DocumentHeader header,
            List<String> sheets,
            ValidationOptions options,
            Consumer<Finding> listener) {
        this.document = document;
        this.header = header;
        this.sheets = sheets;
        this.options = options;
        this.listener = listener;
    }

    @Override
    public void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {
        held.add(new Held(rule, severity, repairable, finding));
    }

    /**
     * Passes the held findings to the listener, or rejects the row.
     *
     * @param refused whether the row or the document is rejected
     * @param rows the number of rows that are rejected
     * @throws InvalidDocumentException if it is rejected, or an error is held; the listener then receives nothing
     */
    public void settle(boolean refused, long rows) {
        if (held.isEmpty() && !refused) {
            return;
        }
        List<Held> found = List.copyOf(held);
        held.clear();
        if (refused || found.stream().anyMatch(one -> one.severity == Severity.ERROR)) {
            CollectingSink refusal = new CollectingSink(options.findingsKept());
            found.forEach(one -> refusal.accept(one.rule, one.severity, one.repairable, one.finding));
            throw new InvalidDocumentException(refusal.report(document, Optional.of(header), rows, sheets));
        }
        for (Held one : found) {
            warnings += one.severity == Severity.WARNING ? 1 : 0;
            listener.accept(one.finding.get());
        }
    }

    /** {@return how many warnings were handed to the listener} */
    public long warnings() {
        return warnings;
    }
}
