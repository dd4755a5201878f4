package uk.smets.mam.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.Reporter;

/**
 * Reads a response that was just written as its receiver will, and compares the meter points and yellow fields of every row with what was
 * planned. All else was copied byte for byte.
 */
final class ResponseReadBack {
    private ResponseReadBack() {}

    /**
     * Reads a response.
     *
     * @param response the response
     * @param original the schedule, whose shared strings the response has
     * @param options how to read it
     * @param schedule where on the sheet of its schedule the fields are
     * @param digest what stands for the fields as they are to be, or nothing where no cell of the sheet was to become another
     * @throws UnreadableWorkbookException where they are others, or the response can't be read
     */
    static void check(
            WorkbookSource response, WorkbookPackage original, ValidationOptions options, Layout schedule, OptionalLong digest)
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
                throw SheetForm.unusual("read back, the response does not hold the answers that were put into it");
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
        SheetPlaces places =
                SheetPlaces.of("", layout.bodySheet().name(), layout.columns(), MigrationScheduleTable.NOTIFICATION);
        // What is wrong with the values was said before they were written.
        Reporter silent =
                new Reporter(places, options, false, (rule, severity, repairable, finding) -> {}, number -> "");
        RowReader<MigrationScheduleRow, MigrationScheduleDraft> rows = new RowReader<>(
                workbook, MigrationScheduleTable.NOTIFICATION, layout.only(ResponseRun::isRead), options, silent);
        YellowDigest digest = new YellowDigest();
        FieldText text = new FieldText();
        try (SheetCursor cursor = workbook.rows(layout.bodySheet())) {
            while (cursor.nextRow()) {
                if (cursor.row() >= layout.firstRow()) {
                    rows.read(cursor);
                    digest.startRow(cursor.row());
                    for (int field = 0;
                            field
                                    < MigrationScheduleTable.NOTIFICATION
                                            .columns()
                                            .size();
                            field++) {
                        if (ResponseRun.isRead(field)) {
                            rows.moveTo(field, text);
                            digest.put(text);
                        }
                    }
                    digest.endRow();
                }
            }
        }
        return digest.value();
    }
}
