package uk.smets.mam.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.FindingSink;

/**
 * Holds the findings of a row's cells, until it is known which of the cells are answered: what those held counts no more. What DCC alone
 * can put right is none of the response's business either.
 */
final class HeldFindings implements FindingSink {
    private record Held(Rule rule, Severity severity, Finding finding) {}

    private final FindingSink target;
    private final List<Held> held = new ArrayList<>();

    HeldFindings(FindingSink target) {
        this.target = target;
    }

    @Override
    public void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {
        held.add(new Held(rule, severity, finding.get()));
    }

    /**
     * Hands on the findings of the yellow cells that stay as they are, and forgets the others.
     *
     * @param staying a bit for each field that stays as it is, by its index
     */
    void release(long staying) {
        for (Held one : held) {
            if (one.finding.at() instanceof Location.Cell cell
                    && cell.number().isPresent()
                    && (staying & 1L << cell.number().getAsInt() - 1) != 0) {
                target.accept(one.rule, one.severity, one.finding.repairable(), one::finding);
            }
        }
        held.clear();
    }
}
