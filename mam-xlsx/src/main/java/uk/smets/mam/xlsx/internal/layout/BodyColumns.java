package uk.smets.mam.xlsx.internal.layout;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Maps the columns of a sheet to the fields of the body. */
public final class BodyColumns {
    private static final int NONE = -1;

    private final int[] fields;
    private final int[] columns;

    private BodyColumns(int lastColumn, int fieldCount) {
        fields = new int[lastColumn + 1];
        Arrays.fill(fields, NONE);
        columns = new int[fieldCount];
    }

    /** Returns the columns that the headings name; if two have the same heading, the first is used. */
    static BodyColumns of(Headings headings, int fieldCount) {
        List<Headings.Heading> found = headings.columns();
        BodyColumns columns = new BodyColumns(found.get(found.size() - 1).column(), fieldCount);
        for (Headings.Heading heading : found) {
            heading.field().ifPresent(field -> columns.put(heading.column(), field));
        }
        return columns;
    }

    /** Returns the columns of a body without headings, in the order of the MAM's table. */
    public static BodyColumns from(int firstColumn, int fieldCount) {
        BodyColumns columns = new BodyColumns(firstColumn + fieldCount - 1, fieldCount);
        for (int field = 0; field < fieldCount; field++) {
            columns.put(firstColumn + field, field);
        }
        return columns;
    }

    /** Returns only the columns of the selected fields. */
    public BodyColumns only(IntPredicate wanted) {
        BodyColumns some = new BodyColumns(fields.length - 1, columns.length);
        for (int field = 0; field < columns.length; field++) {
            if (columns[field] > 0 && wanted.test(field)) {
                some.put(columns[field], field);
            }
        }
        return some;
    }

    private void put(int column, int field) {
        if (columns[field] == 0) {
            fields[column] = field;
            columns[field] = column;
        }
    }

    /** Returns the index of the field in a column, or -1 if the column has no field. */
    public int field(int column) {
        return column < fields.length ? fields[column] : NONE;
    }

    /** Returns the column of a field, from 1, or 0 if the field has no column. */
    public int column(int field) {
        return columns[field];
    }

    /** Returns the rightmost column with a field. */
    public int last() {
        return fields.length - 1;
    }

    /** Returns the leftmost column with a field. */
    int first() {
        return Arrays.stream(columns).filter(column -> column > 0).min().orElse(1);
    }
}
