package uk.smets.mam.xlsx.internal.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.model.internal.primitive.ShownText;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.read.ComparedRow;

/** Compares a schedule and its response in one pass over both. */
public final class ComparisonRun implements RowMatching.Listener {
    private static final List<Column<MigrationScheduleRow, MigrationScheduleDraft, ?>> FIELDS =
            MigrationScheduleTable.NOTIFICATION.columns();

    private final ComparedSheet schedule;
    private final ComparedSheet response;
    private final Reporter reporter;
    private final Consumer<CellChange> changes;
    private final ValidationOptions options;
    private final FindingSink sink;
    private final BitSet changedRows = new BitSet();
    private final List<String> otherColumns = new ArrayList<>();
    private final FieldText textBefore = new FieldText();
    private final FieldText textAfter = new FieldText();

    public ComparisonRun(
            ComparedSheet schedule,
            ComparedSheet response,
            ValidationOptions options,
            FindingSink sink,
            Consumer<CellChange> changes) {
        this.schedule = schedule;
        this.response = response;
        this.changes = changes;
        this.options = options;
        this.sink = sink;
        reporter = new Reporter(response.places(), options, false, sink, number -> "");
    }

    public void run() throws IOException {
        compareHeaders();
        response.checkAddressee(options, sink);
        compareColumns();
        schedule.compare(otherColumns);
        response.compare(otherColumns);
        RowMatching matching = new RowMatching(this);
        boolean before = schedule.next();
        boolean after = response.next();
        while (before || after) {
            if (!matching.take(before ? schedule.row() : null, after ? response.row() : null)) {
                report(
                        response.sheetPlace(),
                        "more than " + RowMatching.MOST_HELD
                                + " rows are in a different position than in the schedule: sort them as"
                                + " they were; the rows after row "
                                + response.row().number() + " were not compared");
                checkChangedRows();
                return;
            }
            before = before && schedule.next();
            after = after && response.next();
        }
        matching.finish();
        checkChangedRows();
    }

    /** Checks the permitted changes: DCC rejects a response if they are invalid. */
    private void checkChangedRows() throws IOException {
        if (!changedRows.isEmpty()) {
            response.checkRows(changedRows, options, sink);
        }
    }

    private void compareHeaders() {
        for (DocumentField field : MigrationScheduleTable.NOTIFICATION.header()) {
            if (!schedule.headerTexts(field).equals(response.headerTexts(field))) {
                report(
                        response.headerPlace(field),
                        "the schedule has a different " + field.name() + ": leave the header as DCC sent it");
            }
        }
    }

    private void compareColumns() {
        for (Column<?, ?, ?> column : FIELDS) {
            boolean before = schedule.hasField(column.index());
            boolean after = response.hasField(column.index());
            if (before && !after) {
                reportColumn("the schedule's column " + column.field().name() + " is missing");
            } else if (after && !before) {
                reportColumn("the schedule has no column " + column.field().name());
            }
        }
        for (String key : schedule.otherColumns().keySet()) {
            if (response.otherColumns().containsKey(key)) {
                otherColumns.add(key);
            } else {
                String heading = schedule.otherColumns().get(key).text();
                reportColumn("the schedule's column " + ShownText.shorten(heading) + " is missing");
            }
        }
        response.otherColumns().forEach((key, heading) -> {
            if (!schedule.otherColumns().containsKey(key)) {
                reportColumn("the schedule has no column " + ShownText.shorten(heading.text()) + " ("
                        + CellReference.columnName(heading.column()) + ")");
            }
        });
    }

    private void reportColumn(String what) {
        report(response.sheetPlace(), what + ": leave the columns as DCC sent them");
    }

    private void report(Location at, String message) {
        report(at, null, message);
    }

    private void report(Location at, @Nullable String found, String message) {
        reporter.at(
                Rule.RESPONSE_FIXED_FIELD_CHANGED, Rule.RESPONSE_FIXED_FIELD_CHANGED.severity(), at, found, message);
    }

    @Override
    public void same(ComparedRow before, ComparedRow after, boolean moved) {
        if (moved) {
            report(
                    response.rowPlace(after.number()),
                    "this is row " + before.number() + " of the schedule, in a different position:"
                            + " keep the order of the rows");
        }
        for (int column = 0; column < FIELDS.size() + otherColumns.size(); column++) {
            if (!before.isSame(column, after) && isComparable(column) && !isSameValue(column, before, after)) {
                changed(column, before, after);
            }
        }
        compareWithoutHeading(before, after);
    }

    private void compareWithoutHeading(ComparedRow before, ComparedRow after) {
        if (before.withoutHeading().equals(after.withoutHeading())) {
            return;
        }
        SortedSet<Integer> columns = new TreeSet<>(before.withoutHeading().keySet());
        columns.addAll(after.withoutHeading().keySet());
        for (int column : columns) {
            Optional<String> own = Optional.ofNullable(before.withoutHeading().get(column));
            Optional<String> other = Optional.ofNullable(after.withoutHeading().get(column));
            if (!own.equals(other) && !schedule.hasHeading(column) && !response.hasHeading(column)) {
                Location.Cell at = response.placeWithoutHeading(after.number(), column);
                changes.accept(new CellChange(at, before.number(), own, other, false));
                report(
                        at,
                        other.orElse(null),
                        "the schedule has a different value in its row " + before.number()
                                + ", and the column has no heading: leave it as DCC sent it");
            }
        }
    }

    private boolean isComparable(int column) {
        return column >= FIELDS.size() || schedule.hasField(column) && response.hasField(column);
    }

    /** Returns whether two texts are the same value, such as a Device ID with and without hyphens. */
    private boolean isSameValue(int column, ComparedRow before, ComparedRow after) {
        if (before.isEmpty(column) || after.isEmpty(column)) {
            return false;
        }
        before.moveTo(column, textBefore);
        after.moveTo(column, textAfter);
        FieldType<?> type = schedule.type(column);
        Object value = type.decode(textBefore, schedule.silent());
        return value != null && value.equals(type.decode(textAfter, response.silent()));
    }

    private void changed(int column, ComparedRow before, ComparedRow after) {
        boolean isField = column < FIELDS.size();
        boolean allowed = isField && FIELDS.get(column).isResponse();
        changedRows.set(after.number(), changedRows.get(after.number()) || allowed);
        Location.Cell at = isField
                ? response.fieldPlace(after.number(), FIELDS.get(column).field())
                : response.otherPlace(after.number(), otherColumns.get(column - FIELDS.size()));
        changes.accept(new CellChange(at, before.number(), text(before, column), text(after, column), allowed));
        if (!allowed) {
            report(
                    at,
                    after.text(column),
                    "the schedule has a different value in its row " + before.number()
                            + ", and the field is not yellow: leave it as DCC sent it");
        }
    }

    private static Optional<String> text(ComparedRow row, int column) {
        return row.isEmpty(column) ? Optional.empty() : Optional.of(row.text(column));
    }

    @Override
    public void removed(ComparedRow before) {
        report(response.sheetPlace(), "row " + before.number() + " of the schedule is missing: keep all its rows");
    }

    @Override
    public void added(ComparedRow after) {
        report(response.rowPlace(after.number()), "the schedule has no such row: do not add rows");
    }
}
