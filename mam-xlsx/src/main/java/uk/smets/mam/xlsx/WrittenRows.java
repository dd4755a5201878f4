package uk.smets.mam.xlsx;

import java.util.List;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.IssuerNameType;
import uk.smets.mam.model.internal.Reporter;
import uk.smets.mam.model.internal.TextType;

/**
 * Checks rows that are in memory: the rules that look at one, and what only a text can have wrong that nobody read.
 *
 * @param <R> the type of the rows
 */
final class WrittenRows<R> {
    private final RowRules<R, ?> rules;
    private final List<Column<R, ?, ?>> texts;
    private final FieldProblems problems;

    <D extends RowDraft<R>> WrittenRows(Notification<R, D> notification, ValidationOptions options, Reporter reporter) {
        rules = notification.rules().create(options, reporter);
        texts = notification.columns().stream()
                .filter(column -> column.type() instanceof TextType || column.type() instanceof IssuerNameType)
                .<Column<R, ?, ?>>map(column -> column)
                .toList();
        problems = new FieldProblems(reporter, notification.field(0));
    }

    void check(R row) {
        rules.check(row);
        for (Column<R, ?, ?> column : texts) {
            if (column.get().apply(row) instanceof String text && !isPlain(text)) {
                problems.moveTo(column.field());
                CellGuard.checkFreeText(text, problems);
            }
        }
    }

    /** Nearly all texts are; to see that must cost nothing. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.startsWith(" ") && !text.endsWith(" ");
    }
}
