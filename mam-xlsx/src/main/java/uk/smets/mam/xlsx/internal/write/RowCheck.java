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
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.Notification.RowRules;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.document.RowTexts;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.xml.XmlText;

/**
 * Checks rows in memory in the same order as a reader: first the texts of their fields, then the rules.
 *
 * @param <R> the type of the rows
 */
final class RowCheck<R> {
    private final RowRules<R, ?> rules;
    private final List<Column<R, ?, ?>> columns;
    private final int limit;
    private final RowTexts<R, ?> texts;
    private final Reporter reporter;
    private final FieldProblems problems;
    private final FieldOutput out = new FieldOutput(256);
    private final FieldText text = new FieldText();

    /**
     * Creates the check of a document.
     *
     * @param notification the kind of document
     * @param header its header
     * @param file the file name to use in findings
     * @param options the options for checking
     * @param sink receives the findings
     */
    <D extends RowDraft<R>> RowCheck(
            Notification<R, D> notification,
            NotificationHeader header,
            String file,
            ValidationOptions options,
            FindingSink sink) {
        texts = new RowTexts<>(notification);
        SheetPlaces places =
                SheetPlaces.of(file, notification.title(), StandardLayout.columns(notification), notification);
        reporter = new Reporter(places, options, true, sink, texts);
        rules = notification.rules().create(Optional.of(header), options, reporter);
        columns = notification.columns().stream()
                .filter(column -> canHaveProblems(column.type()))
                .<Column<R, ?, ?>>map(column -> column)
                .toList();
        limit = options.fieldLimit();
        problems = new FieldProblems(reporter, notification.field(0));
    }

    /** Returns whether a reader could report a value of this type; values of other types have a single representation. */
    private static boolean canHaveProblems(FieldType<?> type) {
        return type instanceof TextType || type instanceof IssuerNameType || type instanceof SerialNumberType;
    }

    /**
     * Checks the next row.
     *
     * @param row the row
     * @param number its number on the sheet
     * @return whether it has no error
     */
    boolean check(R row, long number) {
        reporter.startLine(number);
        texts.moveTo(row);
        for (Column<R, ?, ?> column : columns) {
            if (column.isSuspect(row, limit)) {
                checkText(column, row);
            }
        }
        rules.check(row);
        return !reporter.isSpoiled();
    }

    /** Discards the last checked row, because it is not written. */
    void withdraw() {
        rules.withdraw();
    }

    private void checkText(Column<R, ?, ?> column, R row) {
        problems.moveTo(column.field());
        if (column.get().apply(row) instanceof String value
                && XmlText.unwritable(value).isPresent()) {
            // No file can contain this text, and encoding it would produce a different text.
            CellGuard.checkFreeText(value, problems);
            return;
        }
        out.truncate(0);
        column.write(row, out);
        text.set(out.array(), 0, out.size());
        if (!CellGuard.isBlank(text, problems)) {
            column.decode(text, limit, problems);
        }
    }
}
