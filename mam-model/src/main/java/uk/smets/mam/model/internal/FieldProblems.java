package uk.smets.mam.model.internal;

import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;

/** What is wrong with one field: moved from field to field, as {@link FieldText} is. */
public final class FieldProblems {
    private final Reporter reporter;
    private DocumentField field;
    private boolean any;

    /**
     * Makes one that stands at a field.
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
        reporter.field(rule, severity, field, message);
    }

    /**
     * Whether the field has any problem.
     *
     * @return true where one was reported since it moved here
     */
    public boolean any() {
        return any;
    }
}
