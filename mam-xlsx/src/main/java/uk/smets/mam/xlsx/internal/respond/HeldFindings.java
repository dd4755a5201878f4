package uk.smets.mam.xlsx.internal.respond;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.FindingSink;

/** Holds the findings of a row's cells, until it is known which of the cells are answered: what those held is ignored. */
public final class HeldFindings implements FindingSink {
    private record Held(Rule rule, Severity severity, Finding finding) {
        void giveTo(FindingSink sink) {
            sink.accept(rule, severity, finding.repairable(), () -> finding);
        }

        /** Returns a bit for its field, by the field's index, or 0. */
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
     * Hands on the findings of a row.
     *
     * @param yellow a bit for each field that may be answered, by its index
     * @param answered a bit for each field that is
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
