package uk.smets.mam.xlsx.internal.document;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;

/**
 * One column of a body: the field as the MAM has it, its form, and where its value is in a row.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row that is being read
 * @param <T> the type of the value
 * @param field the field
 * @param type its form
 * @param use who fills it, and whether it must be there
 * @param get takes the value out of a row
 * @param set puts the value into a row that is being read
 */
public record Column<R, D extends RowDraft<R>, T>(
        DocumentField field, FieldType<T> type, Use use, Function<R, @Nullable T> get, BiConsumer<D, @Nullable T> set) {
    /** Who fills a column, and whether it must be there. */
    enum Use {
        /** DCC fills it in every row. */
        MANDATORY,
        /** DCC may leave it empty, or out. */
        OPTIONAL,
        /** One of the 21 yellow columns of the Migration Schedule: only these may a response fill (clause 7.4.2). */
        RESPONSE
    }

    /** Its place among the columns, from 0. */
    public int index() {
        return field.number() - 1;
    }

    public boolean isMandatory() {
        return use == Use.MANDATORY;
    }

    /** Returns whether it is yellow. */
    public boolean isResponse() {
        return use == Use.RESPONSE;
    }

    /** Returns the value of a text that is not blank, or null if it has none; then a problem was reported. */
    @Nullable
    public T decode(FieldText text, int limit, FieldProblems problems) {
        return CellGuard.check(this, text, limit, problems) ? type.decode(text, problems) : null;
    }

    /** Returns whether the text of the row's value may have anything wrong that a reader would report. */
    public boolean isSuspect(R row, int limit) {
        T value = get.apply(row);
        return value != null && type.isSuspect(value, limit);
    }

    /** Writes the row's value as text in UTF-8; nothing if it has none. */
    public void write(R row, FieldOutput out) {
        T value = get.apply(row);
        if (value != null) {
            type.encode(value, out);
        }
    }
}
