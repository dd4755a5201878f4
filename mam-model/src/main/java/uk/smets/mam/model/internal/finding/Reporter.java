package uk.smets.mam.model.internal.finding;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.primitive.ShownText;

/** Creates findings with their place and severity, and records whether the current line has an error. */
public final class Reporter {
    /** Returns the texts of the fields of the current line, for {@link Finding#found()}. */
    @FunctionalInterface
    public interface FieldTexts {
        /**
         * Returns the text of a field.
         *
         * @param number the field's number, from 1
         * @return the text
         */
        String of(int number);
    }

    private final Places places;
    private final ValidationOptions options;
    private final FindingSink sink;
    private final boolean typed;
    private final FieldTexts texts;
    private long line;
    private boolean spoiled;

    /**
     * Creates a reporter for a text file.
     *
     * @param file the name of the file
     * @param options the rules that are on, and their severities
     * @param typed whether typed rows are read, for which essential rules cannot be turned off
     * @param sink receives the findings
     * @param texts the texts of the fields of the current line
     */
    public Reporter(String file, ValidationOptions options, boolean typed, FindingSink sink, FieldTexts texts) {
        this(new LinePlaces(file), options, typed, sink, texts);
    }

    /**
     * Creates a reporter.
     *
     * @param places creates the places of findings
     * @param options the rules that are on, and their severities
     * @param typed whether typed rows are read, for which essential rules cannot be turned off
     * @param sink receives the findings
     * @param texts the texts of the fields of the current line
     */
    public Reporter(Places places, ValidationOptions options, boolean typed, FindingSink sink, FieldTexts texts) {
        this.places = places;
        this.options = options;
        this.typed = typed;
        this.sink = sink;
        this.texts = texts;
    }

    /**
     * Starts a line.
     *
     * @param number the line, from 1
     */
    public void startLine(long number) {
        line = number;
        spoiled = false;
    }

    /** {@return the current line, from 1} */
    public long line() {
        return line;
    }

    /** {@return the name of the file in findings} */
    public String fileName() {
        return places.file().file();
    }

    /** {@return whether the current line has an error, reported or not} */
    public boolean isSpoiled() {
        return spoiled;
    }

    /**
     * Reports a finding about the whole file.
     *
     * @param rule the rule
     * @param message what is wrong and what to do
     */
    public void file(Rule rule, String message) {
        report(rule, rule.severity(), false, places::file, () -> null, message);
    }

    /**
     * Reports a finding about a line that a repair can correct.
     *
     * @param rule the rule
     * @param number the line, from 1
     * @param message what is wrong and what to do
     */
    public void repairableLine(Rule rule, long number, String message) {
        line(rule, rule.severity(), number, true, message);
    }

    /**
     * Reports a finding about a line.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param number the line, from 1
     * @param repairable whether a repair can correct it
     * @param message what is wrong and what to do
     */
    public void line(Rule rule, Severity severity, long number, boolean repairable, String message) {
        report(rule, severity, repairable, () -> places.line(number), () -> null, message);
    }

    /**
     * Reports a finding about the current line.
     *
     * @param rule the rule
     * @param message what is wrong and what to do
     */
    public void line(Rule rule, String message) {
        line(rule, line, message);
    }

    /**
     * Reports a finding about a line.
     *
     * @param rule the rule
     * @param number the line, from 1
     * @param message what is wrong and what to do
     */
    public void line(Rule rule, long number, String message) {
        line(rule, rule.severity(), number, false, message);
    }

    /**
     * Reports a finding about the current line with another severity.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param message what is wrong and what to do
     */
    public void line(Rule rule, Severity severity, String message) {
        line(rule, severity, line, false, message);
    }

    /**
     * Reports a finding about the current line with another severity and the invalid text.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param found the invalid text
     * @param message what is wrong and what to do
     */
    public void line(Rule rule, Severity severity, String found, String message) {
        long at = line;
        report(rule, severity, false, () -> places.line(at), () -> found, message);
    }

    /**
     * Reports a finding about a field of the current line.
     *
     * @param rule the rule
     * @param field the field
     * @param message what is wrong and what to do
     */
    public void field(Rule rule, DocumentField field, String message) {
        field(rule, rule.severity(), field, message);
    }

    /**
     * Reports a finding about a field of the current line with another severity.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param field the field
     * @param message what is wrong and what to do
     */
    public void field(Rule rule, Severity severity, DocumentField field, String message) {
        field(rule, severity, field, false, message);
    }

    /**
     * Reports a finding about a field of the current line that a repair may be able to correct.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param field the field
     * @param repairable whether a repair can correct it
     * @param message what is wrong and what to do
     */
    public void field(Rule rule, Severity severity, DocumentField field, boolean repairable, String message) {
        long at = line;
        report(rule, severity, repairable, () -> places.field(at, field), () -> texts.of(field.number()), message);
    }

    /**
     * Reports a finding about a field of an earlier line.
     *
     * @param rule the rule
     * @param field the field
     * @param number the line, from 1
     * @param found the invalid text
     * @param message what is wrong and what to do
     */
    public void earlierField(Rule rule, DocumentField field, long number, String found, String message) {
        report(rule, rule.severity(), false, () -> places.field(number, field), () -> found, message);
    }

    /**
     * Reports a finding at another place.
     *
     * @param rule the rule
     * @param severity the severity, before the options
     * @param at the place
     * @param found the invalid text, or null
     * @param message what is wrong and what to do
     */
    public void at(Rule rule, Severity severity, Location at, @Nullable String found, String message) {
        report(rule, severity, false, () -> at, () -> found, message);
    }

    /**
     * Returns whether an error of a rule is reported as an error.
     *
     * @param rule the rule
     * @return false if the options turn the rule off or give it a lower severity
     */
    public boolean reportsError(Rule rule) {
        return options.severityOf(rule, Severity.ERROR)
                .filter(severity -> severity == Severity.ERROR)
                .isPresent();
    }

    private void report(
            Rule rule,
            Severity own,
            boolean repairable,
            Supplier<Location> at,
            Supplier<@Nullable String> found,
            String message) {
        boolean essential = rule.isEssential() && own == Severity.ERROR;
        Severity severity = essential && typed
                ? Severity.ERROR
                : options.severityOf(rule, own).orElse(null);
        spoiled |= essential || severity == Severity.ERROR;
        if (severity != null) {
            sink.accept(
                    rule,
                    severity,
                    repairable,
                    () -> new Finding(
                            rule,
                            severity,
                            at.get(),
                            Optional.ofNullable(found.get())
                                    .filter(text -> !text.isEmpty())
                                    .map(ShownText::shorten),
                            message,
                            repairable));
        }
    }
}
