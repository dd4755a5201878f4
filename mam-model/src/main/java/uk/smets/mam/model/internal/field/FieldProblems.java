package uk.smets.mam.model.internal.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.Reporter;

/** What is wrong with one field: moved from field to field, as {@link FieldText} is. */
public final class FieldProblems {
    /**
     * A problem that is held.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param message what is wrong and what to write instead
     */
    public record Problem(Rule rule, Severity severity, String message) {}

    private final Reporter reporter;
    private DocumentField field;
    private boolean any;
    private boolean holding;
    private @Nullable List<Problem> held;

    /**
     * Creates one that stands at a field.
     *
     * @param reporter where the problems go
     * @param field the field
     */
    public FieldProblems(Reporter reporter, DocumentField field) {
        this.reporter = reporter;
        this.field = field;
    }

    /**
     * Moves to a field.
     *
     * @param next the field
     */
    public void moveTo(DocumentField next) {
        field = next;
        any = false;
    }

    /**
     * Reports a problem.
     *
     * @param rule the rule
     * @param message what is wrong and what to write instead
     */
    public void add(Rule rule, String message) {
        add(rule, rule.severity(), message);
    }

    /**
     * Reports a problem with a severity of its own.
     *
     * @param rule the rule
     * @param severity the severity
     * @param message what is wrong and what to write instead
     */
    public void add(Rule rule, Severity severity, String message) {
        any = true;
        if (!holding) {
            reporter.field(rule, severity, field, message);
            return;
        }
        if (held == null) {
            held = new ArrayList<>(2);
        }
        held.add(new Problem(rule, severity, message));
    }

    /** Holds the problems that come, instead of reporting them, until they are {@linkplain #release() released}. */
    public void hold() {
        holding = true;
    }

    /**
     * Ends holding.
     *
     * @return the problems that were held, which the caller reports or not
     */
    public List<Problem> release() {
        holding = false;
        if (held == null) {
            return List.of();
        }
        List<Problem> released = held;
        held = null;
        return released;
    }

    /**
     * Reports a problem that was held.
     *
     * @param problem the problem
     * @param repairable whether a repair removes its cause
     */
    public void report(Problem problem, boolean repairable) {
        any = true;
        reporter.field(problem.rule(), problem.severity(), field, repairable, problem.message());
    }

    /**
     * Returns whether an error of a rule is reported as such.
     *
     * @param rule the rule
     * @return false if options turn it off or make less of it
     */
    public boolean reportsError(Rule rule) {
        return reporter.reportsError(rule);
    }

    /** {@return whether the field has any problem} */
    public boolean any() {
        return any;
    }
}
