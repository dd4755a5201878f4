package uk.smets.mam.xlsx.internal.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.FindingSink;

/** Holds the findings about a row's cells until its answered cells are known. Findings about those are dropped. */
public final class HeldFindings implements FindingSink {
    private record Held(Rule rule, Severity severity, Finding finding) {
        void giveTo(FindingSink sink) {
            sink.accept(rule, severity, finding.repairable(), () -> finding);
        }

        /** Returns the bit of its field, by the field's index, or 0. */
        long field() {
            return finding.at() instanceof Location.Cell cell && cell.number().isPresent()
                    ? 1L << cell.number().getAsInt() - 1
                    : 0;
        }
    }

    private final ResponseFindings target;
    private final List<Held> held = new ArrayList<>();

    HeldFindings(ResponseFindings target) {
        this.target = target;
    }

    @Override
    public void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {
        held.add(new Held(rule, severity, finding.get()));
    }

    /**
     * Passes on the findings about a row.
     *
     * @param yellow a bit for each field that can be answered, by its index
     * @param answered a bit for each field that is answered
     */
    void release(long yellow, long answered) {
        for (Held one : held) {
            if ((one.field() & yellow) == 0) {
                one.giveTo(target.ofOthers());
            } else if ((one.field() & answered) == 0) {
                one.giveTo(target.ofAnswers());
            }
        }
        held.clear();
    }
}
