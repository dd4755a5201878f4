package uk.smets.mam.xlsx.internal.respond;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;
import uk.smets.mam.xlsx.internal.layout.HeaderPlaces;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.read.CellValues;
import uk.smets.mam.xlsx.internal.read.ComparedRow;
import uk.smets.mam.xlsx.internal.read.RowReader;
import uk.smets.mam.xlsx.internal.sheet.PlainCursor;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPart;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * Reads a new response as its receiver will, and compares the meter points and yellow fields of every row with the plan. Everything else
 * was copied unchanged.
 */
public final class ResponseReadBack {
    private static final int[] FIELDS = IntStream.range(
                    0, MigrationScheduleTable.NOTIFICATION.columns().size())
            .filter(MigrationScheduleTable::isKeyOrAnswer)
            .toArray();

    private final WorkbookPackage workbook;
    private final BodyColumns columns;
    private final HeaderPlaces headerPlaces;
    private final CellValues values;
    private final FieldProblems silent;
    private final ComparedRow row =
            new ComparedRow(MigrationScheduleTable.NOTIFICATION.columns().size());
    private final YellowDigest digest = new YellowDigest();
    private final FieldText text = new FieldText();

    private ResponseReadBack(WorkbookPackage workbook, Layout layout, ValidationOptions options) {
        this.workbook = workbook;
        columns = layout.columns().only(MigrationScheduleTable::isKeyOrAnswer);
        headerPlaces = layout.headerPlacesInBody();
        values = new CellValues(workbook);
        SheetPlaces places =
                SheetPlaces.of("", layout.bodySheet().name(), layout.columns(), MigrationScheduleTable.NOTIFICATION);
        // Problems with the values were reported before they were written.
        Reporter reporter =
                new Reporter(places, options, false, (rule, severity, repairable, finding) -> {}, number -> "");
        silent = new FieldProblems(reporter, MigrationScheduleTable.NOTIFICATION.field(0));
    }

    /**
     * Reads and checks a response.
     *
     * @param response the response
     * @param original the schedule, which has the same shared strings
     * @param options the options for reading it
     * @param schedule the positions of the fields on the sheet of the schedule
     * @param digest the digest of the expected fields, or empty if the sheet should be unchanged
     * @throws UnreadableWorkbookException if the fields differ, or the response cannot be read
     */
    static void check(
            WorkbookSource response,
            WorkbookPackage original,
            ValidationOptions options,
            Layout schedule,
            OptionalLong digest)
            throws IOException {
        try (WorkbookPackage workbook = WorkbookPackage.open(response, options)) {
            Layout layout = Layout.find(workbook, MigrationScheduleTable.NOTIFICATION);
            workbook.shareStrings(original);
            boolean sameSheet =
                    layout.bodySheet().name().equals(schedule.bodySheet().name());
            boolean asPlanned = digest.isPresent()
                    ? digest(workbook, layout, options) == digest.getAsLong()
                    : isCopy(layout.bodySheet().part(), schedule.bodySheet().part());
            if (!sameSheet || layout.firstRow() != schedule.firstRow() || !asPlanned) {
                throw SheetForm.unusual("the response that was written does not contain the answers");
            }
        }
    }

    private static boolean isCopy(WorkbookPart sheet, WorkbookPart of) throws IOException {
        try (InputStream bytes = sheet.open()) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return sheet.checksum() == of.checksum() && sheet.size() == of.size();
    }

    private static long digest(WorkbookPackage workbook, Layout layout, ValidationOptions options) throws IOException {
        ResponseReadBack plain = new ResponseReadBack(workbook, layout, options);
        try (PlainCursor cursor = PlainCursor.open(layout.bodySheet().part())) {
            plain.read(cursor, layout.firstRow());
            if (cursor.isPlain()) {
                return plain.digest.value();
            }
        }
        ResponseReadBack parsed = new ResponseReadBack(workbook, layout, options);
        try (SheetCursor cursor = workbook.rows(layout.bodySheet())) {
            parsed.read(cursor, layout.firstRow());
        }
        return parsed.digest.value();
    }

    private void read(CellCursor cursor, int firstRow) throws IOException {
        while (cursor.nextRow()) {
            if (cursor.row() >= firstRow) {
                readRow(cursor);
            }
        }
    }

    private void readRow(CellCursor cursor) throws IOException {
        row.clear(cursor.row(), cursor.row());
        while (cursor.nextCell()) {
            int field = columns.field(cursor.column());
            if (field >= 0 && !headerPlaces.contains(cursor.row(), cursor.column())) {
                cursor.read();
                readCell(cursor, field);
            }
        }
        digest.startRow(cursor.row());
        for (int field : FIELDS) {
            row.moveTo(field, text);
            digest.put(text);
        }
        digest.endRow();
    }

    /** Reads the text of a cell as {@link RowReader} does. Does not check its value, which was checked before it was written. */
    private void readCell(CellCursor cursor, int field) throws IOException {
        int index = cursor.sharedIndex();
        if (!CellValues.checkFormula(cursor, silent)) {
            return;
        }
        if (index != SheetCursor.NOT_SHARED) {
            if (workbook.sharedStrings().has(index)) {
                workbook.sharedStrings().moveTo(index, text);
                row.put(field, text);
            }
            return;
        }
        put(cursor, field);
        FieldType<?> type =
                MigrationScheduleTable.NOTIFICATION.columns().get(field).type();
        if (cursor.type() != SheetCursor.Type.TEXT && values.normalise(cursor, type, silent)) {
            put(cursor, field);
        }
    }

    private void put(CellCursor cursor, int field) {
        cursor.value().moveTo(text);
        row.put(field, text);
    }
}
