package uk.smets.mam.csv.internal.table;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;

/**
 * Decodes the text of a field, and reports one error per cause. A damaged text breaks several rules at once; the problems that a repair
 * would remove are found by decoding the repaired text as well.
 */
public final class FieldCauses {
    /** Rules that apply to any text; all others concern the format of the field. */
    private static final Set<Rule> OF_ANY_TEXT = EnumSet.of(
            Rule.FIELD_PADDED, Rule.NON_ASCII, Rule.CONTROL_CHARACTER, Rule.FIELD_TOO_LONG, Rule.SPREADSHEET_DAMAGE);

    /** Damage that fully explains an invalid format. Padding is a separate error. */
    private static final Set<Rule> EXPLAINING =
            EnumSet.of(Rule.NON_ASCII, Rule.CONTROL_CHARACTER, Rule.SPREADSHEET_DAMAGE);

    private FieldCauses() {}

    /** Returns the value of a non-empty text, or null if it is invalid, which has then been reported. */
    public static <T> @Nullable T decode(
            DocumentField field, FieldType<T> type, FieldText text, int limit, FieldProblems problems) {
        problems.hold();
        FieldGuard.check(field, type, text, limit, problems);
        T value = type.decode(text, problems);
        List<FieldProblems.Problem> found = withoutLength(problems.release());
        if (!found.isEmpty() || text.at(0) == '=' || text.at(0) == '\'') {
            report(field, type, text, limit, problems, found);
        }
        return value;
    }

    private static void report(
            DocumentField field,
            FieldType<?> type,
            FieldText text,
            int limit,
            FieldProblems problems,
            List<FieldProblems.Problem> found) {
        // A text that is far too long is not a damaged value, and is not copied.
        FieldTidying tidied = FieldTidying.of(type, text.length() > limit ? "" : text.toString());
        if (tidied.causes().isEmpty()) {
            found.forEach(problem -> problems.report(problem, false));
            return;
        }
        List<FieldProblems.Problem> left = withoutLength(problemsOf(field, type, tidied.text(), limit, problems));
        Set<Rule> rules = rules(found);
        Set<Rule> rulesLeft = rules(left);
        Set<Rule> causes = EnumSet.copyOf(tidied.causes());
        for (FieldProblems.Problem problem : found) {
            if (!rulesLeft.contains(problem.rule()) && !isExplained(problem, causes, problems)) {
                problems.report(problem, true);
            }
        }
        if (causes.contains(Rule.SPREADSHEET_DAMAGE) && !rules.contains(Rule.SPREADSHEET_DAMAGE)) {
            problems.report(damage(text), true);
        }
        for (FieldProblems.Problem problem : left) {
            // The problem found in the original text has the right character positions.
            problems.report(
                    found.stream()
                            .filter(same -> same.rule() == problem.rule())
                            .findFirst()
                            .orElse(problem),
                    false);
        }
    }

    /** Returns the problems of another text in the same field. */
    private static List<FieldProblems.Problem> problemsOf(
            DocumentField field, FieldType<?> type, String other, int limit, FieldProblems problems) {
        if (other.isEmpty()) {
            return List.of();
        }
        FieldText text = new FieldText();
        byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
        text.set(bytes, 0, bytes.length);
        problems.hold();
        FieldGuard.check(field, type, text, limit, problems);
        type.decode(text, problems);
        return problems.release();
    }

    /** Returns whether a problem is only a consequence of damage that is itself reported as an error. */
    private static boolean isExplained(FieldProblems.Problem problem, Set<Rule> causes, FieldProblems problems) {
        return (problem.rule() == Rule.FIELD_TOO_LONG || !OF_ANY_TEXT.contains(problem.rule()))
                && causes.stream().anyMatch(cause -> EXPLAINING.contains(cause) && problems.reportsError(cause));
    }

    /** Removes the length problem of a value whose format is also invalid. */
    private static List<FieldProblems.Problem> withoutLength(List<FieldProblems.Problem> found) {
        if (found.size() < 2) {
            return found;
        }
        boolean ownForm = found.stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR && !OF_ANY_TEXT.contains(problem.rule()));
        return ownForm
                ? found.stream()
                        .filter(problem -> problem.rule() != Rule.FIELD_TOO_LONG)
                        .toList()
                : found;
    }

    private static Set<Rule> rules(List<FieldProblems.Problem> problems) {
        return problems.stream()
                .map(FieldProblems.Problem::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    }

    private static FieldProblems.Problem damage(FieldText text) {
        boolean decimals = text.toString().indexOf('.') >= 0 && text.at(0) >= '0' && text.at(0) <= '9';
        return new FieldProblems.Problem(
                Rule.SPREADSHEET_DAMAGE,
                Severity.ERROR,
                decimals
                        ? "the number has decimals, which a spreadsheet or an export has added: write only its digits"
                        : "the value is marked as text for a spreadsheet, as =\"...\" or with a leading "
                                + "apostrophe: write only the value");
    }
}
