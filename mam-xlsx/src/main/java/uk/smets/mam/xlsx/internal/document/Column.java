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
 * One column of a body: its field, the format of its values and how to access them in a row.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 * @param <T> the type of the value
 * @param field the field
 * @param type the format of its values
 * @param use who fills it, and whether it is mandatory
 * @param get gets the value from a row
 * @param set sets the value in a row that is being read
 */
public record Column<R, D extends RowDraft<R>, T>(
        DocumentField field, FieldType<T> type, Use use, Function<R, @Nullable T> get, BiConsumer<D, @Nullable T> set) {
    /** Who fills a column, and whether it is mandatory. */
    enum Use {
        /** DCC fills it in every row. */
        MANDATORY,
        /** DCC may leave it empty or omit it. */
        OPTIONAL,
        /** One of the 21 yellow columns of the Migration Schedule, the only ones that a response may fill (clause 7.4.2). */
        RESPONSE
    }

    /** Returns its index among the columns, from 0. */
    public int index() {
        return field.number() - 1;
    }

    public boolean isMandatory() {
        return use == Use.MANDATORY;
    }

    /** Returns whether the column is yellow. */
    public boolean isResponse() {
        return use == Use.RESPONSE;
    }

    /** Returns the value of a non-blank text, or null if it is invalid, which is then reported. */
    @Nullable
    public T decode(FieldText text, int limit, FieldProblems problems) {
        return CellGuard.check(this, text, limit, problems) ? type.decode(text, problems) : null;
    }

    /** Returns whether the text of the row's value may contain anything that a reader would report. */
    public boolean isSuspect(R row, int limit) {
        T value = get.apply(row);
        return value != null && type.isSuspect(value, limit);
    }

    /** Writes the row's value as UTF-8 text; writes nothing if there is no value. */
    public void write(R row, FieldOutput out) {
        T value = get.apply(row);
        if (value != null) {
            type.encode(value, out);
        }
    }
}
