package uk.smets.mam.model.internal.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldForms;

/** Records every finding, for assertions. */
public final class RecordingSink implements FindingSink {
    public final List<Finding> findings = new ArrayList<>();

    @Override
    public void accept(Rule rule, Severity severity, boolean repairable, Supplier<Finding> finding) {
        Finding made = finding.get();
        if (made.rule() != rule || made.severity() != severity || made.repairable() != repairable) {
            throw new IllegalStateException(made + " was announced as " + severity + " " + rule);
        }
        findings.add(made);
    }

    public List<Rule> rules() {
        return findings.stream().map(Finding::rule).toList();
    }

    /** A reporter to this sink that is at line 4 of {@code ma.csv}; every field has the given text. */
    public Reporter reporter(ValidationOptions options, String text) {
        Reporter reporter = new Reporter("ma.csv", options, false, this, number -> text);
        reporter.startLine(4);
        return reporter;
    }

    public static DocumentField field(int number, String name) {
        return new DocumentField(
                number, name, "field" + number, "optional", "text", FieldForms.text(), OptionalInt.empty(), "7.2.3");
    }
}
