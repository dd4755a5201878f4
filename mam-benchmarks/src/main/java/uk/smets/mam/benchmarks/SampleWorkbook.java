package uk.smets.mam.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A valid Migration Schedule of any number of rows; the output is deterministic. It has all 37 columns as Excel saves them, with all
 * texts in the table of shared strings. Meter points, Device IDs and serial numbers are distinct; dates, Priority and certificates
 * repeat, as in a supplier's response.
 *
 * @param rows the number of rows
 * @param answered whether the yellow cells contain a response; otherwise they are empty, as in a schedule from DCC
 */
record SampleWorkbook(int rows, boolean answered) {
    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /**
     * A part of the package.
     *
     * @param name the name of the part
     * @param xml the content
     */
    private record Part(String name, String xml) {}

    /** The parts that are identical in every workbook. */
    private static final List<Part> PARTS = List.of(
            new Part(
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                            + " Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + type("xl/workbook.xml", "sheet.main+xml")
                            + type("xl/worksheets/sheet1.xml", "worksheet+xml")
                            + type("xl/styles.xml", "styles+xml")
                            + type("xl/sharedStrings.xml", "sharedStrings+xml")
                            + "</Types>"),
            new Part("_rels/.rels", relationships(List.of("officeDocument=xl/workbook.xml"))),
            new Part(
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + SPREADSHEET + "\" xmlns:r=\"" + RELATIONSHIPS
                            + "\"><sheets><sheet name=\"Migration Schedule\" sheetId=\"1\""
                            + " r:id=\"rId1\"/></sheets></workbook>"),
            new Part(
                    "xl/_rels/workbook.xml.rels",
                    relationships(List.of(
                            "worksheet=worksheets/sheet1.xml",
                            "styles=styles.xml",
                            "sharedStrings=sharedStrings.xml"))),
            new Part(
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + SPREADSHEET
                            + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name"
                            + " val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill><patternFill"
                            + " patternType=\"none\"/></fill><fill><patternFill"
                            + " patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor"
                            + " rgb=\"FFFFFF00\"/></patternFill></fill></fills><borders"
                            + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs"
                            + " count=\"2\"><xf xfId=\"0\"/><xf numFmtId=\"49\" fillId=\"2\" xfId=\"0\""
                            + " applyFill=\"1\"/></cellXfs></styleSheet>"));

    /** Creates a workbook whose yellow cells are filled. */
    SampleWorkbook(int rows) {
        this(rows, true);
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + TYPES + type + "\"/>";
    }

    private static String relationships(List<String> targets) {
        StringBuilder xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            String[] target = targets.get(i).split("=", 2);
            xml.append("<Relationship Id=\"rId")
                    .append(i + 1)
                    .append("\" Type=\"")
                    .append(RELATIONSHIPS);
            xml.append('/')
                    .append(target[0])
                    .append("\" Target=\"")
                    .append(target[1])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    /** Writes the workbook. */
    void write(Path file) throws IOException {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(bytes);
        }
    }

    private void write(OutputStream bytes) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(bytes);
        for (Part part : PARTS) {
            start(zip, part.name());
            text(zip, part.xml());
        }
        SampleSchedule schedule = new SampleSchedule(answered);
        start(zip, "xl/worksheets/sheet1.xml");
        text(zip, "<worksheet xmlns=\"" + SPREADSHEET + "\"><dimension ref=\"A1:AK" + (rows + 6) + "\"/><sheetData>");
        for (String row : schedule.head()) {
            text(zip, row);
        }
        for (int row = 0; row < rows; row++) {
            text(zip, schedule.row(row));
        }
        text(zip, "</sheetData></worksheet>");
        start(zip, "xl/sharedStrings.xml");
        text(
                zip,
                "<sst xmlns=\"" + SPREADSHEET + "\" uniqueCount=\""
                        + schedule.texts().size() + "\">");
        for (String text : schedule.texts()) {
            text(zip, "<si><t>" + text + "</t></si>");
        }
        text(zip, "</sst>");
        zip.finish();
    }

    private static void start(ZipOutputStream zip, String part) throws IOException {
        ZipEntry entry = new ZipEntry(part);
        // A fixed time keeps the output deterministic.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    private static void text(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
