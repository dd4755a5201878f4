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
 * Matches the rows of a response with those of the schedule, in one pass over both. Rows at the same position are not held; other rows
 * are held until their match is read.
 */
public final class RowMatching {
    /** Limits the memory for a large sheet that was sorted, which moves all its rows. */
    static final int MOST_HELD = 20_000;

    /** Receives the results. */
    interface Listener {
        /**
         * Receives two rows that match.
         *
         * @param before the row in the schedule
         * @param after the row in the response
         * @param moved whether its position relative to other rows has changed
         */
        void same(ComparedRow before, ComparedRow after, boolean moved);

        /** Receives a row of the schedule that is not in the response. */
        void removed(ComparedRow before);

        /** Receives a row of the response that is not in the schedule. */
        void added(ComparedRow after);
    }

    /** The rows of one workbook that have no match yet. */
    private static final class Side {
        private final Map<String, Deque<ComparedRow>> held = new HashMap<>();
        private int size;
        /** The ordinal of the last row that has not moved. */
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

    /** The columns that identify the installation of a row. */
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
     * Adds the next row of each workbook.
     *
     * @param before the row of the schedule, or null after its last one
     * @param after the row of the response, or null after its last one
     * @return whether to continue; false if too many rows have moved
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

    /** Returns whether two rows at the same position match. One equal identifier is enough: the others may have been changed. */
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

    /** Reports the rows without a match. */
    void finish() {
        schedule.left().forEach(listener::removed);
        response.left().forEach(listener::added);
    }
}
