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
 * The definition of one of the two notifications. Everything not defined here is common to both.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 * @param kind the kind of document
 * @param title its display name, which is also the name of the written sheet
 * @param header the four header fields, in the order of {@link NotificationHeaderTable}
 * @param columns the columns of the body, in order
 * @param draft creates the draft that rows are read into
 * @param rules creates the rules for a single row
 */
public record Notification<R, D extends RowDraft<R>>(
        DocumentKind kind,
        String title,
        List<DocumentField> header,
        List<Column<R, D, ?>> columns,
        Supplier<D> draft,
        RulesFactory<R, D> rules) {
    /**
     * Creates the rules for a document.
     *
     * @param <R> the type of the rows
     * @param <D> the type of a row while it is read
     */
    @FunctionalInterface
    public interface RulesFactory<R, D extends RowDraft<R>> {
        RowRules<R, D> create(Optional<NotificationHeader> header, ValidationOptions options, Reporter reporter);
    }

    /**
     * The rules for a single row, whether read from a file or in memory.
     *
     * @param <R> the type of the rows
     * @param <D> the type of a row while it is read
     */
    public interface RowRules<R, D extends RowDraft<R>> {
        /** Checks a row that is being read, in which fields may be present but invalid. */
        void checkRead(D row);

        /** Checks a row in memory. */
        void check(R row);

        /** Discards the last checked row, because it is not written. */
        void withdraw();
    }

    /** Returns the name to use in messages. */
    public String description() {
        return "a " + title + " notification";
    }

    /** Returns the fields of the body, in order. */
    public List<DocumentField> fields() {
        return columns.stream().<DocumentField>map(Column::field).toList();
    }

    /** Returns the value of each field of a row, in order. */
    public List<Optional<Object>> values(R row) {
        return columns.stream()
                .map(column -> Optional.<Object>ofNullable(column.get().apply(row)))
                .toList();
    }

    /** Returns whether a row has a value for a field. */
    boolean hasValue(R row, DocumentField field) {
        return columns.get(field.number() - 1).get().apply(row) != null;
    }

    /** Returns whether the recipient may fill in fields and send it back. */
    public boolean isAnswered() {
        return columns.stream().anyMatch(Column::isResponse);
    }

    public DocumentField field(int index) {
        return columns.get(index).field();
    }

    /** Returns the other notification. */
    public Notification<?, ?> other() {
        return kind == MigrationScheduleTable.NOTIFICATION.kind()
                ? FirmwareUpgradeTable.NOTIFICATION
                : MigrationScheduleTable.NOTIFICATION;
    }
}
