package uk.smets.mam.csv.internal.table;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.RecentValues;

/**
 * A column of the body: the field as the MAM defines it, its type, and how to get and set its value in a row.
 *
 * @param <T> the type of the value
 * @param field the field
 * @param type the format of its text
 * @param certificate whether it is one of the 20 certificate fields
 * @param get gets the value from a row
 * @param set sets the value in a row that is being read
 */
public record Column<T>(
        DocumentField field,
        FieldType<T> type,
        boolean certificate,
        Function<MigrationAuthorisationRow, @Nullable T> get,
        BiConsumer<RowDraft, @Nullable T> set) {

    /** Decodes the field's text into the row. */
    public void read(FieldText text, RowDraft draft, int limit, FieldProblems problems) {
        set.accept(draft, decode(text, limit, problems));
    }

    /** Decodes the field's text into the row, or reuses the value of an earlier row. */
    public void read(FieldText text, RowDraft draft, int limit, FieldProblems problems, RecentValues<T> recent) {
        T value = recent.find(text);
        if (value == null) {
            value = decode(text, limit, problems);
            if (value != null && !problems.any()) {
                recent.remember(text, value);
            }
        }
        set.accept(draft, value);
    }

    private @Nullable T decode(FieldText text, int limit, FieldProblems problems) {
        if (text.length() == 0) {
            return null;
        }
        return FieldCauses.decode(field, type, text, limit, problems);
    }

    /** Returns whether a reader may report problems for the text of the row's value. */
    boolean isSuspect(MigrationAuthorisationRow row, int limit) {
        T value = get.apply(row);
        return value != null && type.isSuspect(value, limit);
    }

    /** Reports the problems that a reader would report for the text of a row's value. */
    void check(FieldText text, int limit, FieldProblems problems) {
        problems.moveTo(field);
        decode(text, limit, problems);
    }

    /** Writes the row's value, unquoted, if present. */
    public void write(MigrationAuthorisationRow row, FieldOutput out) {
        T value = get.apply(row);
        if (value != null) {
            type.encode(value, out);
        }
    }
}
