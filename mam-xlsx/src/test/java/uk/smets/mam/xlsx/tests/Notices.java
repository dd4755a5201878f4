package uk.smets.mam.xlsx.tests;

import java.io.IOException;
import java.util.List;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Sheets in the standard layout: the header in rows 1 to 4, the headings in row 6, the body from row 7. */
final class Notices {
    static final String SHEET = "Schedule";

    static final List<String> HEADER = List.of("Example Energy Supply Ltd", "EXSUPP,EXGASS", "EXPL,EXG", "NPW");

    /** One supplier of both meters of every row. */
    static final ValidationOptions OPTIONS = ValidationOptions.defaults()
            .responsibilities(Responsibilities.ofAll(Responsibility.of(Responsibility.Meters.BOTH)));

    private Notices() {}

    static Grid schedule(BodyRow... rows) {
        return body(header(), MigrationSchedule.fields(), 6, rows);
    }

    static Grid firmware(BodyRow... rows) {
        return body(header(), FirmwareUpgradeNotification.fields(), 6, rows);
    }

    /** A sheet with a header only. */
    static Grid header() {
        Grid sheet = new Grid(SHEET);
        for (DocumentField field : MigrationSchedule.headerFields()) {
            sheet.put(1, field.number(), CellXml.text(field.name()));
            sheet.put(2, field.number(), CellXml.text(HEADER.get(field.number() - 1)));
        }
        return sheet;
    }

    /** Puts headings into a row, and the body below it. */
    static Grid body(Grid sheet, List<DocumentField> fields, int headingRow, BodyRow... rows) {
        for (int column = 1; column <= fields.size(); column++) {
            String name = fields.get(column - 1).name();
            sheet.put(column, headingRow, CellXml.text(name));
            for (int row = 0; row < rows.length; row++) {
                CellXml cell = rows[row].cells().get(name);
                if (cell != null) {
                    sheet.put(column, headingRow + 1 + row, cell);
                }
            }
        }
        return sheet;
    }

    /** The findings of a check of a schedule, such as {@code A7 ERROR MPAN_FORMAT}. */
    static List<String> foundIn(Grid... schedule) throws IOException {
        return found(
                MigrationSchedule.validate(Input.of(GridWorkbook.of(schedule).bytes(), "stream"), OPTIONS));
    }

    /** The findings of a check of a firmware notification. */
    static List<String> foundInFirmware(Grid... notification) throws IOException {
        return found(FirmwareUpgradeNotification.validate(
                Input.of(GridWorkbook.of(notification).bytes(), "stream")));
    }

    static List<String> found(ValidationReport report) {
        return report.findings().stream().map(Notices::describe).toList();
    }

    static String describe(Finding finding) {
        return place(finding.at()) + " " + finding.severity() + " " + finding.rule();
    }

    private static String place(Location at) {
        String sheet = at.sheet().orElse("file");
        return at.cell()
                .map(cell -> (sheet.equals(SHEET) ? "" : sheet + "!") + cell)
                .orElse(sheet);
    }
}
