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
 * What is found in a document while it is written: it is held until it is known whether the row is written. Then an error refuses the row
 * with all that was found in it, and anything else goes to a listener.
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
     * Creates one that holds nothing.
     *
     * @param document the kind of document
     * @param header its header
     * @param sheets the names of the sheets of a workbook, in their order
     * @param options how many findings a refusal keeps
     * @param listener takes what does not refuse a row
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
     * Hands what is held to the listener, and forgets it.
     *
     * @param refused whether the row, or the whole document, is not written
     * @param rows how many rows the refusal is about
     * @throws InvalidDocumentException if it is refused, or an error is held; the listener then receives nothing
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
