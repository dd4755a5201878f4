package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.document.Notification;

/** Searches a sheet for the headings of a document, row by row. */
public final class HeadingSearch {
    /** A title or label may match one or two field names; headings match at least three. */
    private static final int FEWEST = 3;

    /** The maximum number of heading rows. */
    private static final int MOST_ROWS = 3;

    /** The maximum number of cells in a row that may name a field or part of one; no document has this many columns. */
    private static final int MOST_PARTS = 1_000;

    private final int fields;
    private final FieldNames names;
    private final List<SeenRow> rows = new ArrayList<>();
    private @Nullable Headings found;
    private boolean done;

    HeadingSearch(Notification<?, ?> notification) {
        fields = notification.columns().size();
        names = new FieldNames(notification.fields());
    }

    /** Examines the next row; returns whether it is a heading row. */
    boolean look(SeenRow row) {
        if (done) {
            return false;
        }
        if (!rows.isEmpty() && rows.get(rows.size() - 1).number() != row.number() - 1) {
            rows.clear();
        }
        rows.add(row);
        if (rows.size() > MOST_ROWS) {
            rows.remove(0);
        }
        boolean better = false;
        long parts =
                row.cells().stream().filter(names::isPart).limit(MOST_PARTS + 1).count();
        if (parts > MOST_PARTS) {
            rows.clear();
        } else if (parts > 0) {
            // A row that names no field or part of one cannot improve the headings.
            better = lookAtLatest();
        }
        if (found != null) {
            // A row below may still distinguish the columns of a group.
            done = found.count() == fields || row.number() >= found.firstRow() + MOST_ROWS - 1;
        }
        return better;
    }

    private boolean lookAtLatest() {
        boolean better = false;
        for (int from = rows.size() - 1; from >= 0; from--) {
            Headings headings = Headings.of(rows.subList(from, rows.size()), names);
            if (isBetter(headings, found)) {
                found = headings;
                better = true;
            }
        }
        return better;
    }

    private static boolean isBetter(Headings headings, @Nullable Headings other) {
        return headings.count() >= FEWEST
                && (other == null || (headings.count() > other.count() && headings.firstRow() <= other.lastRow()));
    }

    /** Returns the headings found so far. */
    Optional<Headings> found() {
        return Optional.ofNullable(found);
    }

    /** Returns whether no further row can change the result. */
    boolean isDone() {
        return done;
    }

    /** Returns whether every field of the document has a heading. */
    boolean isComplete() {
        return found != null && found.count() == fields;
    }
}
