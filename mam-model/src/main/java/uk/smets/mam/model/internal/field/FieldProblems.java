package uk.smets.mam.model.internal.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.Reporter;

/** The problems of one field. An object is reused from field to field, like {@link FieldText}. */
public final class FieldProblems {
    /**
     * A problem that is not reported yet.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param message what is wrong and what to do
     */
    public record Problem(Rule rule, Severity severity, String message) {}

    private final Reporter reporter;
    private DocumentField field;
    private boolean any;
    private boolean holding;
    private @Nullable List<Problem> held;

    /**
     * Creates an object that is positioned at a field.
     *
     * @param reporter receives the problems
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
     * @param message what is wrong and what to do
     */
    public void add(Rule rule, String message) {
        add(rule, rule.severity(), message);
    }

    /**
     * Reports a problem whose severity differs from that of the rule.
     *
     * @param rule the rule
     * @param severity the severity
     * @param message what is wrong and what to do
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

    /** Holds back further problems until they are {@linkplain #release() released}. */
    public void hold() {
        holding = true;
    }

    /**
     * Stops holding back problems.
     *
     * @return the problems that were held back; the caller decides whether to report them
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
     * Reports a problem that was held back.
     *
     * @param problem the problem
     * @param repairable whether a repair can correct it
     */
    public void report(Problem problem, boolean repairable) {
        any = true;
        reporter.field(problem.rule(), problem.severity(), field, repairable, problem.message());
    }

    /**
     * Returns whether an error of a rule is reported as an error.
     *
     * @param rule the rule
     * @return false if the options turn the rule off or give it a lower severity
     */
    public boolean reportsError(Rule rule) {
        return reporter.reportsError(rule);
    }

    /** {@return whether the field has a problem} */
    public boolean any() {
        return any;
    }
}
