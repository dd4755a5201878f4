package uk.smets.mam.xlsx.internal.compare;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.read.ComparedRow;

/**
 * Finds which row of a response is which of the schedule, as both go by. Rows that stand at the same place cost nothing; those that do not
 * are held until their other half comes by.
 */
public final class RowMatching {
    /** Whoever sorts a big sheet moves all of its rows; they must not fill the memory. */
    static final int MOST_HELD = 20_000;

    /** Takes what was found. */
    interface Listener {
        /**
         * Two rows are the same.
         *
         * @param before the row in the schedule
         * @param after the row in the response
         * @param moved whether it does not stand where it stood among the others
         */
        void same(ComparedRow before, ComparedRow after, boolean moved);

        /** A row of the schedule is not in the response. */
        void removed(ComparedRow before);

        /** A row of the response is not in the schedule. */
        void added(ComparedRow after);
    }

    /** The rows of one workbook that are without their other half. */
    private static final class Side {
        private final Map<String, Deque<ComparedRow>> held = new HashMap<>();
        private int size;
        /** The last row that stands where it stood among the others. */
        private long last;

        void hold(ComparedRow row) {
            held.computeIfAbsent(key(row), key -> new ArrayDeque<>()).add(row.copy());
            size++;
        }

        @Nullable
        ComparedRow take(ComparedRow like) {
            Deque<ComparedRow> rows = held.get(key(like));
            if (rows == null) {
                return null;
            }
            ComparedRow row = rows.remove();
            if (rows.isEmpty()) {
                held.remove(key(like));
            }
            size--;
            return row;
        }

        private static String key(ComparedRow row) {
            StringBuilder key = new StringBuilder();
            for (int column : RowMatching.IDENTITY) {
                key.append(row.text(column)).append('\n');
            }
            return key.toString();
        }

        Stream<ComparedRow> left() {
            return held.values().stream().flatMap(Deque::stream).sorted(Comparator.comparingLong(ComparedRow::ordinal));
        }
    }

    /** The columns that say which installation a row is about. */
    private static final int[] IDENTITY = {
        MigrationScheduleTable.SUBJECT.mpan().number() - 1,
        MigrationScheduleTable.SUBJECT.mprn().number() - 1,
        MigrationScheduleTable.CHF_DEVICE_ID.number() - 1
    };

    private final Listener listener;
    private final Side schedule = new Side();
    private final Side response = new Side();

    RowMatching(Listener listener) {
        this.listener = listener;
    }

    /**
     * Takes the next row of each.
     *
     * @param before that of the schedule, or null after its last
     * @param after that of the response, or null after its last
     * @return whether to go on: too many rows may stand elsewhere
     */
    boolean take(@Nullable ComparedRow before, @Nullable ComparedRow after) {
        if (before != null && after != null && isSame(before, after)) {
            found(before, after, after.ordinal() < response.last || before.ordinal() < schedule.last);
            return true;
        }
        if (before != null) {
            ComparedRow match = response.take(before);
            if (match == null) {
                schedule.hold(before);
            } else {
                found(before, match, match.ordinal() < response.last);
            }
        }
        if (after != null) {
            ComparedRow match = schedule.take(after);
            if (match == null) {
                response.hold(after);
            } else {
                found(match, after, match.ordinal() < schedule.last);
            }
        }
        return schedule.size + response.size <= MOST_HELD;
    }

    /** At the same place, one thing that names the installation is enough: another of them was changed then. */
    private static boolean isSame(ComparedRow before, ComparedRow after) {
        for (int column : IDENTITY) {
            if (!before.isEmpty(column) && before.isSame(column, after)) {
                return true;
            }
        }
        return false;
    }

    private void found(ComparedRow before, ComparedRow after, boolean moved) {
        if (!moved) {
            schedule.last = before.ordinal();
            response.last = after.ordinal();
        }
        listener.same(before, after, moved);
    }

    /** Sets which rows have no other half. */
    void finish() {
        schedule.left().forEach(listener::removed);
        response.left().forEach(listener::added);
    }
}
