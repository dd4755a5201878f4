package uk.smets.mam.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uk.smets.mam.model.internal.primitive.CellReference;

/** Writes workbooks with one sheet of the maximum width that does not contain a notification. */
final class WideWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final int MAX_TEXT_LENGTH = 32_767;

    /** The content of the cells: the kinds for which the search for headings and labels takes longest. */
    enum Content {
        NUMBERS("<v>%d</v></c>", ""),
        METER_POINTS("<v>1312345678907</v></c>", ""),
        HEADINGS(" t=\"inlineStr\"><is><t>ESME</t></is></c>", ""),
        LABELS(" t=\"inlineStr\"><is><t>SEC Party Signifier</t></is></c>", ""),
        ONE_LONG_TEXT(" t=\"s\"><v>0</v></c>", "(a) ");

        private final String cell;
        private final String shared;

        Content(String cell, String shared) {
            this.cell = cell.startsWith("<") ? ">" + cell : cell;
            this.shared = shared;
        }
    }

    private WideWorkbook() {}

    /** Writes a workbook with the given number of rows. */
    static void write(Path file, int rows, Content content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            part(zip, "[Content_Types].xml");
            text(
                    zip,
                    "<Types xmlns=\"" + PACKAGE
                            + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                            + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            part(zip, "_rels/.rels");
            text(zip, relationships(relationship("officeDocument", "xl/workbook.xml")));
            part(zip, "xl/_rels/workbook.xml.rels");
            text(
                    zip,
                    relationships(relationship("worksheet", "sheet.xml")
                            + relationship("sharedStrings", "sharedStrings.xml")));
            part(zip, "xl/workbook.xml");
            text(
                    zip,
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Wide\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>");
            part(zip, "xl/sharedStrings.xml");
            String shared =
                    content.shared.isEmpty() ? "" : content.shared.repeat(MAX_TEXT_LENGTH / content.shared.length());
            text(zip, "<sst xmlns=\"" + MAIN + "\"><si><t>" + shared + "</t></si></sst>");
            part(zip, "xl/sheet.xml");
            text(zip, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
            for (int row = 1; row <= rows; row++) {
                text(zip, row(row, content));
            }
            text(zip, "</sheetData></worksheet>");
        }
    }

    private static String row(int row, Content content) {
        StringBuilder cells = new StringBuilder("<row r=\"" + row + "\">");
        for (int column = 1; column <= CellReference.MAX_COLUMN; column++) {
            cells.append("<c r=\"")
                    .append(CellReference.of(column, row))
                    .append('"')
                    .append(content.cell.replace("%d", Integer.toString(row * column % 1_000)));
        }
        return cells.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    private static String relationships(String content) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + content + "</Relationships>";
    }

    private static String relationship(String type, String target) {
        return "<Relationship Id=\"" + type + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
