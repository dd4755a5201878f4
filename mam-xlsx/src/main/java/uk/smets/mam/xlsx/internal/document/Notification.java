package uk.smets.mam.xlsx.internal.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * What reading, checking and writing have to know of one of the two notifications; all else is common to both.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row that is being read
 * @param kind the kind of document
 * @param title its name for people, which is also the name of the sheet that is written
 * @param header the four fields of the header, in the order of {@link NotificationHeaderTable}
 * @param columns the columns of the body, in the order of a row
 * @param draft makes the row that is read into
 * @param rules makes the rules that look at one row
 */
public record Notification<R, D extends RowDraft<R>>(
        DocumentKind kind,
        String title,
        List<DocumentField> header,
        List<Column<R, D, ?>> columns,
        Supplier<D> draft,
        RulesFactory<R, D> rules) {
    /**
     * Creates the rules of a document.
     *
     * @param <R> the type of the rows
     * @param <D> the type of a row that is being read
     */
    @FunctionalInterface
    public interface RulesFactory<R, D extends RowDraft<R>> {
        RowRules<R, D> create(Optional<NotificationHeader> header, ValidationOptions options, Reporter reporter);
    }

    /**
     * The rules that look at one row, for what is read and for what is in memory.
     *
     * @param <R> the type of the rows
     * @param <D> the type of a row that is being read
     */
    public interface RowRules<R, D extends RowDraft<R>> {
        /** Checks a row that is being read, in which fields may be given and yet have no value. */
        void checkRead(D row);

        /** Checks a row in memory. */
        void check(R row);

        /** Forgets the row that was checked last, which is not written. */
        void withdraw();
    }

    /** Returns the name in messages. */
    public String description() {
        return "a " + title + " notification";
    }

    /** Returns the fields of the body, in the order of a row. */
    public List<DocumentField> fields() {
        return columns.stream().<DocumentField>map(Column::field).toList();
    }

    /** Returns the value of each field of a row, in their order. */
    public List<Optional<Object>> values(R row) {
        return columns.stream()
                .map(column -> Optional.<Object>ofNullable(column.get().apply(row)))
                .toList();
    }

    /** Returns whether a row has a value for a field. */
    boolean hasValue(R row, DocumentField field) {
        return columns.get(field.number() - 1).get().apply(row) != null;
    }

    /** Returns whether its receiver may fill fields of it and send it back. */
    public boolean isAnswered() {
        return columns.stream().anyMatch(Column::isResponse);
    }

    public DocumentField field(int index) {
        return columns.get(index).field();
    }

    /** Returns the notification that this one is not. */
    public Notification<?, ?> other() {
        return kind == MigrationScheduleTable.NOTIFICATION.kind()
                ? FirmwareUpgradeTable.NOTIFICATION
                : MigrationScheduleTable.NOTIFICATION;
    }
}
