package uk.smets.mam.xlsx.internal.write;

import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.IssuerNameType;
import uk.smets.mam.model.internal.field.SerialNumberType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.document.RowRules;
import uk.smets.mam.xlsx.internal.xml.XmlText;

/**
 * Checks rows that are in memory, in the order in which a reader does: first the texts of their fields, then the rules.
 *
 * @param <R> the type of the rows
 */
public final class WrittenRows<R> {
    private final RowRules<R, ?> rules;
    private final List<Column<R, ?, ?>> columns;
    private final int limit;
    private final FieldProblems problems;
    private final FieldOutput out = new FieldOutput(256);
    private final FieldText text = new FieldText();

    <D extends RowDraft<R>> WrittenRows(
            Notification<R, D> notification, NotificationHeader header, ValidationOptions options, Reporter reporter) {
        rules = notification.rules().create(Optional.of(header), options, reporter);
        columns = notification.columns().stream()
                .filter(column -> mayBeUnsound(column.type()))
                .<Column<R, ?, ?>>map(column -> column)
                .toList();
        limit = options.fieldLimit();
        problems = new FieldProblems(reporter, notification.field(0));
    }

    /** Whether values of a form may have texts that a reader complains of; all others are written in one form. */
    private static boolean mayBeUnsound(FieldType<?> type) {
        return type instanceof TextType || type instanceof IssuerNameType || type instanceof SerialNumberType;
    }

    void check(R row) {
        for (Column<R, ?, ?> column : columns) {
            if (column.isSuspect(row, limit)) {
                checkText(column, row);
            }
        }
        rules.check(row);
    }

    /** Forgets the row that was checked last, which is not written. */
    void withdraw() {
        rules.withdraw();
    }

    private void checkText(Column<R, ?, ?> column, R row) {
        if (column.get().apply(row) instanceof String value
                && XmlText.unwritable(value).isPresent()) {
            // No file has such a text, and its bytes would be those of another.
            problems.moveTo(column.field());
            CellGuard.checkFreeText(value, problems);
            return;
        }
        out.truncate(0);
        column.write(row, out);
        text.set(out.array(), 0, out.size());
        problems.moveTo(column.field());
        if (!CellGuard.isBlank(text, problems)) {
            column.decode(text, limit, problems);
        }
    }
}
