package uk.smets.mam.xlsx.internal.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.document.Notification;

/** Looks for the headings of a document on one sheet, row by row. */
public final class HeadingSearch {
    /** A title or a label may be called like one field or two; headings are three at least. */
    private static final int FEWEST = 3;

    /** Headings are in up to three rows. */
    private static final int MOST_ROWS = 3;

    /** Cells of one row that may name a field, or a part of one: no document has as many columns. */
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

    /** Looks at the next row; returns whether it is one of the headings. */
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
            // A row in which nothing names a field, or a part of one, makes no headings better.
            better = lookAtLatest();
        }
        if (found != null) {
            // A row below may still tell the columns of a group apart.
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

    /** Returns the headings, as far as they were found. */
    Optional<Headings> found() {
        return Optional.ofNullable(found);
    }

    /** Returns whether no further row can change what was found. */
    boolean isDone() {
        return done;
    }

    /** Returns whether every field of the document has its heading. */
    boolean isComplete() {
        return found != null && found.count() == fields;
    }
}
