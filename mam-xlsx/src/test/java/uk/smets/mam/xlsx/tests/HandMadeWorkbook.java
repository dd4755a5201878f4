package uk.smets.mam.xlsx.tests;

import java.util.List;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The smallest workbook with a schedule, written by hand so that tests control its XML. */
final class HandMadeWorkbook {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

    private HandMadeWorkbook() {}

    /** The parts around a sheet. */
    static WorkbookParts around(String sheet) {
        return new WorkbookParts()
                .put(
                        "[Content_Types].xml",
                        "<Types xmlns=\"" + TYPES + "\"><Default Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                                + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
                                + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>")
                .put(
                        "_rels/.rels",
                        relationships(relationship("rId1", RELATIONSHIPS + "/officeDocument", "xl/workbook.xml")))
                .put(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONSHIPS + "\"><sheets>"
                                + "<sheet name=\"Schedule\" sheetId=\"4\" r:id=\"rId1\"/></sheets></workbook>")
                .put(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("rId1", RELATIONSHIPS + "/worksheet", "worksheets/sheet1.xml")))
                .put(WorkbookParts.SHEET, sheet);
    }

    private static String relationships(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    /** Adds a part that the main part refers to. */
    static WorkbookParts with(WorkbookParts parts, String name, String type, String contentType, String content) {
        return parts.put("xl/" + name, content)
                .replace(
                        "xl/_rels/workbook.xml.rels",
                        "</Relationships>",
                        relationship("rIdOf" + type, RELATIONSHIPS + "/" + type, name) + "</Relationships>")
                .replace(
                        "[Content_Types].xml",
                        "</Types>",
                        "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + contentType + "\"/></Types>");
    }

    /** A sheet with these body rows, the header in rows 1 to 4 and the headings in row 6. */
    static String sheet(String... rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + MAIN
                + "\"><sheetData>" + head() + String.join("", rows) + "</sheetData></worksheet>";
    }

    /** The rows of the header and the headings. */
    static String head() {
        List<String> labels = MigrationSchedule.headerFields().stream()
                .map(DocumentField::name)
                .toList();
        List<String> values = List.of("Example Ltd", "EXSUPP", "EXPL, EXG", "NPW");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            rows.append(row(i + 1, cell("A" + (i + 1), labels.get(i)) + cell("B" + (i + 1), values.get(i))));
        }
        StringBuilder headings = new StringBuilder();
        for (DocumentField field : MigrationSchedule.fields()) {
            headings.append(cell(column(field.number()) + 6, field.name()));
        }
        return rows + row(6, headings.toString());
    }

    /** The letters of a column, counted from 1. */
    static String column(int number) {
        return (number > 26 ? String.valueOf((char) ('A' + (number - 1) / 26 - 1)) : "")
                + (char) ('A' + (number - 1) % 26);
    }

    static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    static String cell(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** The sixteen cells of the fixed fields of a dual-fuel row; the yellow ones are Q to AK. */
    static String fixedCells(int row) {
        return cell("A" + row, Schedules.mpan(row).toString())
                + cell("B" + row, Schedules.mprn(row).toString())
                + cell("C" + row, "05/08/2019")
                + cell("D" + row, "25/08/2019")
                + cell("E" + row, "70-B3-D5-1F-30-00-00-" + (row + 10));
    }
}
