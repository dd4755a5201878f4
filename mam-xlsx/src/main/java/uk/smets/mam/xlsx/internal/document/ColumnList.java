package uk.smets.mam.xlsx.internal.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;

/**
 * Numbers the columns of a body as they are added.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 */
public final class ColumnList<R, D extends RowDraft<R>> {
    private final String clause;
    private final List<Column<R, D, ?>> columns = new ArrayList<>();

    ColumnList(String clause) {
        this.clause = clause;
    }

    /** Returns the columns added so far. */
    List<Column<R, D, ?>> columns() {
        return List.copyOf(columns);
    }

    <T> DocumentField add(
            String name,
            String jsonName,
            Column.Use use,
            String optionality,
            FieldType<T> type,
            int maxLength,
            Function<R, Optional<T>> get,
            BiConsumer<D, @Nullable T> set) {
        OptionalInt maximum = maxLength > 0 ? OptionalInt.of(maxLength) : OptionalInt.empty();
        DocumentField field = new DocumentField(
                columns.size() + 1, name, jsonName, optionality, type.description(), type.form(), maximum, clause);
        columns.add(new Column<>(field, type, use, row -> get.apply(row).orElse(null), set));
        return field;
    }

    /** Adds a date in the format that the clause gives. */
    DocumentField addDate(
            String name,
            String jsonName,
            Column.Use use,
            FieldType<LocalDate> type,
            int maxLength,
            Function<R, Optional<LocalDate>> get,
            BiConsumer<D, @Nullable LocalDate> set) {
        String optionality = use == Column.Use.MANDATORY ? "mandatory" : "optional";
        return add(name, jsonName, use, optionality, type, maxLength, get, set);
    }

    /** Adds free text of variable length. */
    DocumentField addText(
            String name, String jsonName, Function<R, Optional<String>> get, BiConsumer<D, @Nullable String> set) {
        return add(name, jsonName, Column.Use.OPTIONAL, "optional", new TextType(), 0, get, set);
    }
}
