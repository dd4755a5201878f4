package uk.smets.mam.xlsx.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.DeviceIdType;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.MpanType;
import uk.smets.mam.model.internal.field.MprnType;
import uk.smets.mam.model.internal.field.RecentValues;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;

/**
 * Reads one column, row by row. Caches the previous row's value and recent values of the column, because everything except the identifiers
 * of an installation is often repeated.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 * @param <T> the type of the value
 */
public final class ColumnReader<R, D extends RowDraft<R>, T> {
    /**
     * A bounded cache of values by shared string index, so that a string is not decoded twice. Each index has one slot, shared with other
     * indexes; a new value replaces the old one.
     *
     * @param <V> the type of the values
     */
    private static final class SharedValues<V> {
        private static final int PLACES = 256;

        private final int[] indexes = new int[PLACES];
        private final List<@Nullable V> values = new ArrayList<@Nullable V>(Collections.nCopies(PLACES, null));

        SharedValues() {
            Arrays.fill(indexes, -1);
        }

        /** Returns the cached value of a shared string, or null. */
        @Nullable
        V find(int index) {
            int place = index & PLACES - 1;
            return indexes[place] == index ? values.get(place) : null;
        }

        /** Caches the value of a valid shared string. */
        void remember(int index, V value) {
            int place = index & PLACES - 1;
            indexes[place] = index;
            values.set(place, value);
        }
    }

    private static final int NOT_SHARED = -1;

    private final Column<R, D, T> column;
    private final D draft;
    private final FieldProblems problems;
    private final int limit;
    private final @Nullable SharedValues<T> sharedValues;
    private final @Nullable RecentValues<T> recentValues;
    private int sharedIndex = NOT_SHARED;
    private @Nullable T value;
    private boolean given;

    ColumnReader(Column<R, D, T> column, D draft, FieldProblems problems, int limit) {
        this.column = column;
        this.draft = draft;
        this.problems = problems;
        this.limit = limit;
        boolean repeats = !(column.type() instanceof MpanType
                || column.type() instanceof MprnType
                || column.type() instanceof DeviceIdType);
        sharedValues = repeats ? new SharedValues<>() : null;
        recentValues = repeats ? new RecentValues<>() : null;
    }

    Column<R, D, T> column() {
        return column;
    }

    /** Returns whether the previous row had the same shared string and it was valid. */
    boolean isRepeated(int index) {
        return sharedIndex == index;
    }

    /** Reads a shared string; returns whether the field is not empty. */
    boolean readShared(int index, SharedStrings strings, FieldText text) {
        T known = sharedValues == null ? null : sharedValues.find(index);
        if (known != null && !problems.any()) {
            set(known, true);
        } else {
            strings.moveTo(index, text);
            T decoded = decode(text);
            if (decoded != null && !problems.any() && sharedValues != null) {
                sharedValues.remember(index, decoded);
            }
        }
        sharedIndex = problems.any() || !given ? NOT_SHARED : index;
        return given;
    }

    /** Reads a cell's own text; returns whether the field is not empty. */
    boolean read(FieldText text) {
        sharedIndex = NOT_SHARED;
        T known = recentValues == null || problems.any() ? null : recentValues.find(text);
        if (known != null) {
            set(known, true);
        } else {
            T decoded = decode(text);
            if (decoded != null && !problems.any() && recentValues != null) {
                recentValues.remember(text, decoded);
            }
        }
        return given;
    }

    private @Nullable T decode(FieldText text) {
        if (CellGuard.isBlank(text, problems)) {
            set(null, false);
            return null;
        }
        T decoded = column.decode(text, limit, problems);
        set(decoded, true);
        return decoded;
    }

    /** Records that the cell has a value that cannot be read. */
    void readUnreadable() {
        sharedIndex = NOT_SHARED;
        set(null, true);
    }

    /** Records that the cell has a valid shared string whose value is not needed. */
    void readSound(int index) {
        set(null, true);
        sharedIndex = index;
    }

    /** Records that the row has no such cell. */
    void readAbsent() {
        sharedIndex = NOT_SHARED;
        set(null, false);
    }

    /** Sets the value, unless it is the same as in the previous row. */
    private void set(@Nullable T next, boolean isGiven) {
        if (next != value || isGiven != given) {
            value = next;
            given = isGiven;
            column.set().accept(draft, next);
        }
    }
}
