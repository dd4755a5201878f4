package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workbooks that cannot be read, by their cause. The messages that name the causes are pinned in {@code messages.txt}. */
final class UnreadableWorkbooks {
    private static final String SHEET = WorkbookParts.SHEET;
    private static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
    private static final String LONG_COMMENT = "<!--" + " ".repeat(20_000) + "-->";

    private final Map<String, byte[]> workbooks = new LinkedHashMap<>();

    private UnreadableWorkbooks() {}

    /** The smallest schedule with a shared text, which is valid. */
    static WorkbookParts sound() {
        return GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule().with("MPAN", CellXml.shared("1312345678907"))))
                .parts();
    }

    /** A valid workbook with a part that unpacks to more than 400 times its size. */
    static byte[] highlyCompressed() {
        return ZipBytes.of(sound().inSheet("</sheetData>", "<row/>".repeat(1_000_000) + "</sheetData>"))
                .bytes();
    }

    /** The workbooks by their cause. */
    static Map<String, byte[]> all() {
        UnreadableWorkbooks unreadable = new UnreadableWorkbooks();
        unreadable.addOtherFormats();
        unreadable.addZips();
        unreadable.addDocumentTypes();
        unreadable.addSheets();
        unreadable.addMarkup();
        unreadable.addRelationships();
        return unreadable.workbooks;
    }

    private void add(String cause, byte[] workbook) {
        workbooks.put(cause, workbook);
    }

    private void add(String cause, WorkbookParts workbook) {
        workbooks.put(cause, workbook.bytes());
    }

    private void addOtherFormats() {
        add("text", "x".getBytes(UTF_8));
        add("CSV file", "Name,Example\n".getBytes(UTF_8));
        add("web page", "<html><table>".getBytes(UTF_8));
        add("PDF", "%PDF-1.7".getBytes(UTF_8));
        add("half of a ZIP signature", "PK".getBytes(UTF_8));
        add("ZIP signature", "PK\u0003\u0004".getBytes(UTF_8));
        add("ZIP archive", new WorkbookParts().put("a.txt", "text"));
        add(
                "OpenDocument workbook",
                new WorkbookParts()
                        .put("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                        .put("content.xml", "<x/>"));
        add(
                "word processing document",
                ofType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
        add("binary workbook", ofType("application/vnd.ms-excel.sheet.binary.macroEnabled.main"));
    }

    private static byte[] ofType(String contentType) {
        return GridWorkbook.of(Notices.schedule()).ofType(contentType).bytes();
    }

    private void addZips() {
        WorkbookParts parts = sound();
        byte[] sheet = parts.all().get(SHEET);
        add("two parts with one name", ZipBytes.of(parts).deflated(SHEET, sheet).bytes());
        add(
                "two parts with one name in another case",
                ZipBytes.of(parts)
                        .deflated("XL/Worksheets/Sheet1.xml", "<worksheet/>".getBytes(UTF_8))
                        .bytes());
        parts.all().remove(SHEET);
        add("encrypted part", ZipBytes.of(parts).odd(SHEET, 0, 1, sheet).bytes());
        add(
                "part compressed with another method",
                ZipBytes.of(parts).odd(SHEET, 12, 0, sheet).bytes());
        add(
                "part that cannot be unpacked",
                ZipBytes.of(parts).odd(SHEET, 8, 0, sheet).bytes());
        add(
                "part with a wrong checksum",
                ZipBytes.of(parts)
                        .miscounted(SHEET, sheet, "other".getBytes(UTF_8))
                        .bytes());
        add("part beyond the compression ratio", highlyCompressed());
        ZipBytes zip = ZipBytes.of(sound());
        for (int i = 0; i < 10_001; i++) {
            zip.stored("xl/media/image" + i + ".png", new byte[0]);
        }
        add("package with too many parts", zip.bytes());
    }

    private void addDocumentTypes() {
        for (String part : List.of(
                SHEET,
                WorkbookParts.SHARED_STRINGS,
                "xl/workbook.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                RELATIONSHIPS)) {
            String xml = sound().text(part);
            String root = xml.substring(1, xml.indexOf(' '));
            add(
                    "document type in " + part,
                    sound().put(
                                    part,
                                    "<?xml version=\"1.0\"?><!DOCTYPE " + root
                                            + " [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                                            + xml.replaceFirst(">([^<>]+)</", ">&x;</")));
        }
        add(
                "document type after a long comment in the sheet",
                sound().put(
                                SHEET,
                                LONG_COMMENT + "<!DOCTYPE worksheet [<!ENTITY a \"0123456789\">]>"
                                        + sound().sheet().replace("Example Energy", "&a;")));
        WorkbookParts styles = GridWorkbook.of(
                        Notices.schedule(BodyRow.ofSchedule().with("Not before", CellXml.number("43710", 1))))
                .parts();
        add(
                "document type after a long comment in the styles",
                styles.put(
                        "xl/styles.xml",
                        LONG_COMMENT + "<!DOCTYPE styleSheet [<!ENTITY a \"0\">]>" + styles.text("xl/styles.xml")));
        add("nested entities", withNestedEntities());
    }

    private static WorkbookParts withNestedEntities() {
        StringBuilder entities = new StringBuilder(LONG_COMMENT + "<!DOCTYPE sst [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        String strings = sound().text(WorkbookParts.SHARED_STRINGS);
        return sound().put(WorkbookParts.SHARED_STRINGS, entities + "]>" + strings.replace("1312345678907", "&l9;"));
    }

    private void addSheets() {
        for (String reference : List.of(
                "ZZZZZZ99999999", "XFE7", "A1048577", "A8", "7", "A", "a7", "A7B", "A-7", "A".repeat(108) + "7")) {
            String name = reference.length() > 100 ? "of 109 characters" : reference;
            add("reference " + name + " in row 7", sound().inSheet("<c r=\"A7\"", "<c r=\"" + reference + "\""));
        }
        for (String row : List.of("0", "1048577", "99999999999999", "-1", "x", "", "6", "1")) {
            add(
                    row.isEmpty() ? "row without a number" : "row " + row + " after row 6",
                    sound().inSheet("<row r=\"7\"", "<row r=\"" + row + "\""));
        }
        add("two cells A7", sound().inSheet("<c r=\"B7\"", "<c r=\"A7\""));
        add(
                "row with more cells than columns",
                sound().inSheet("<c r=\"A7\"", "<c/>".repeat(16_384) + "<c/><c r=\"A7\""));
    }

    private void addMarkup() {
        add("undeclared entity", sound().inSheet("Example Energy", "&unknown;"));
        add("row without an end tag", sound().inSheet("</row></sheetData>", "</sheetData>"));
        add("workbook part without an end tag", sound().put("xl/workbook.xml", "<workbook>"));
        add("shared text without an end tag", sound().put(WorkbookParts.SHARED_STRINGS, "<sst><si><t>a</si></sst>"));
        add("empty sheet part", sound().put(SHEET, ""));
        add("element after the sheet", sound().put(SHEET, sound().sheet() + "<more/>"));
        add(
                "deeply nested elements",
                sound().inSheet("<sheetData>", "<x>".repeat(100_000) + "</x>".repeat(100_000) + "<sheetData>"));
        add("text of two million characters", sound().inSheet("Example Energy", "x".repeat(2_000_000)));
    }

    private void addRelationships() {
        add("relationships without the workbook part", sound().replace("_rels/.rels", "officeDocument\"", "other\""));
        add(
                "relationship to a missing workbook part",
                sound().replace("_rels/.rels", "xl/workbook.xml", "xl/none.xml"));
        add("workbook with chart sheets only", sound().replace(RELATIONSHIPS, "/worksheet\"", "/chartsheet\""));
        add("relationship to a missing sheet", sound().replace(RELATIONSHIPS, "worksheets/sheet1.xml", "gone.xml"));
        add("empty content types", sound().put("[Content_Types].xml", "<Types/>"));
        add("empty relationships", sound().put(RELATIONSHIPS, "<no/>"));
        add(
                "sheet outside the file",
                sound().replace(
                                RELATIONSHIPS,
                                "Target=\"worksheets/sheet1.xml\"",
                                "Target=\"http://127.0.0.1:9/sheet1.xml\" TargetMode=\"External\""));
    }
}
