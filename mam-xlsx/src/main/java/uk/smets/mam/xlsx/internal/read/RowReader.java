package uk.smets.mam.xlsx.internal.read;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;
import uk.smets.mam.xlsx.internal.layout.HeaderPlaces;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.UnusedColumns;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/**
 * Reads the rows of a body: each cell according to its column, and only if it differs from the previous row.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 */
public final class RowReader<R, D extends RowDraft<R>> implements Reporter.FieldTexts {
    private static final int NOT_SHARED = SheetCursor.NOT_SHARED;

    private final WorkbookPackage workbook;
    private final BodyColumns columns;
    private final HeaderPlaces headerPlaces;
    private final CellValues cellValues;
    private final List<ColumnReader<R, D, ?>> readers;
    private final FieldProblems problems;
    private final D draft;

    /** Mandatory fields that have no column; they are reported once, not in every row. */
    private final long complained;

    private final @Nullable UnusedColumns unused;
    private final FieldText text = new FieldText();

    // The texts of the row's fields: the index of a shared string, or a range of the bytes.
    private final int[] sharedIndexes;
    private final int[] starts;
    private final int[] ends;
    private final FieldOutput bytes = new FieldOutput(1024);

    private @Nullable SharedStrings strings;

    // One bit per field: it has a cell in this row; that cell holds more than text (a formula, or a value of another
    // type); the field is
    // not empty in this row; it was not empty in the previous row.
    private long seen;
    private long notTexts;
    private long present;
    private long before;

    /** Creates a reader of the columns with fields; it ignores all others. */
    public RowReader(
            WorkbookPackage workbook,
            Notification<R, D> notification,
            Layout layout,
            ValidationOptions options,
            Reporter reporter) {
        this(workbook, notification, layout, options, reporter, null);
    }

    public RowReader(
            WorkbookPackage workbook,
            Notification<R, D> notification,
            Layout layout,
            ValidationOptions options,
            Reporter reporter,
            @Nullable UnusedColumns unused) {
        this.workbook = workbook;
        this.unused = unused;
        columns = layout.columns();
        headerPlaces = layout.headerPlacesInBody();
        cellValues = new CellValues(workbook);
        problems = new FieldProblems(reporter, notification.field(0));
        draft = notification.draft().get();
        readers = notification.columns().stream()
                .<ColumnReader<R, D, ?>>map(column -> reader(column, options.fieldLimit()))
                .toList();
        complained = notification.columns().stream()
                .filter(column -> column.isMandatory() && columns.column(column.index()) == 0)
                .mapToLong(column -> 1L << column.index())
                .reduce(0, (one, other) -> one | other);
        int count = readers.size();
        sharedIndexes = new int[count];
        starts = new int[count];
        ends = new int[count];
    }

    private <T> ColumnReader<R, D, T> reader(Column<R, D, T> column, int limit) {
        return new ColumnReader<>(column, draft, problems, limit);
    }

    /** Reads the current row; returns whether any field is not empty. */
    public boolean read(CellCursor cursor) throws IOException {
        present = 0;
        bytes.truncate(0);
        seen = 0;
        notTexts = 0;
        while (cursor.nextCell()) {
            int field = columns.field(cursor.column());
            if (headerPlaces.contains(cursor.row(), cursor.column())) {
                continue;
            }
            if (field >= 0) {
                seen |= 1L << field;
                readCell(cursor, field);
            } else if (unused != null) {
                unused.look(cursor);
            }
        }
        if (present == 0) {
            return false;
        }
        for (long gone = before & ~present; gone != 0; gone &= gone - 1) {
            readers.get(Long.numberOfTrailingZeros(gone)).readAbsent();
        }
        before = present;
        draft.given(present | complained);
        draft.complete();
        return true;
    }

    private void readCell(CellCursor cell, int field) throws IOException {
        cell.read();
        ColumnReader<R, D, ?> reader = readers.get(field);
        boolean shared = cell.type() == SheetCursor.Type.SHARED;
        notTexts |= cell.isText() ? 0 : 1L << field;
        int index = shared ? cell.sharedIndex() : NOT_SHARED;
        sharedIndexes[field] = index;
        if (shared && !cell.hasFormula() && index >= 0 && reader.isRepeated(index)) {
            present |= 1L << field;
            return;
        }
        starts[field] = bytes.size();
        ends[field] = bytes.size();
        problems.moveTo(reader.column().field());
        if (!CellValues.checkFormula(cell, problems)) {
            reader.readUnreadable();
            present |= 1L << field;
            return;
        }
        boolean given = shared && index != NOT_SHARED ? readShared(reader, field, index) : readOwn(cell, reader, field);
        present |= given ? 1L << field : 0;
    }

    private boolean readShared(ColumnReader<R, D, ?> reader, int field, int index) throws IOException {
        SharedStrings table = workbook.sharedStrings();
        strings = table;
        if (table.isSound(index)) {
            reader.readSound(index);
            return true;
        }
        if (!table.has(index)) {
            sharedIndexes[field] = NOT_SHARED;
            CellValues.reportNoSharedString(table, problems);
            reader.readUnreadable();
            return true;
        }
        return reader.readShared(index, table, text);
    }

    private boolean readOwn(CellCursor cell, ColumnReader<R, D, ?> reader, int field) throws IOException {
        keep(cell.value(), field);
        if (cell.type() != SheetCursor.Type.TEXT) {
            if (!cellValues.normalise(cell, reader.column().type(), problems)) {
                reader.readUnreadable();
                return true;
            }
            keep(cell.value(), field);
        }
        text.set(bytes.array(), starts[field], ends[field]);
        return reader.read(text);
    }

    /** Keeps a text until the next row is read. */
    private void keep(Utf8Text value, int field) {
        bytes.truncate(starts[field]);
        bytes.put(value.array(), 0, value.length());
        ends[field] = bytes.size();
    }

    /** Returns the row that was read. */
    public D draft() {
        return draft;
    }

    /** Returns whether each of the given fields (one bit per index) contains text or is empty: no formula, and no value of another type. */
    public boolean areTexts(long fields) {
        return (notTexts & fields) == 0;
    }

    @Override
    public String of(int number) {
        FieldText own = new FieldText();
        moveTo(number - 1, own);
        return own.toString();
    }

    /** Moves to the text of a field by index; the text is empty if the row has no such cell. */
    public void moveTo(int field, FieldText target) {
        if ((seen & 1L << field) == 0) {
            target.set(bytes.array(), 0, 0);
        } else if (strings != null && sharedIndexes[field] >= 0 && !strings.isSound(sharedIndexes[field])) {
            strings.moveTo(sharedIndexes[field], target);
        } else {
            target.set(bytes.array(), starts[field], ends[field]);
        }
    }
}
