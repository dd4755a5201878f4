package uk.smets.mam.xlsx.tests;

import java.util.List;

/** A workbook of sheets built cell by cell, with a few styles to choose from. */
final class GridWorkbook {
    /** The General style. */
    static final int GENERAL = 0;

    /** A style with the built-in date format. */
    static final int DATE = 1;

    /** A style with a custom date format. */
    static final int DAY_FIRST = 2;

    /** A style with two decimals. */
    static final int DECIMALS = 3;

    /** The Text style. */
    static final int TEXT = 4;

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String STYLES = "<styleSheet xmlns=\"" + HandMadeWorkbook.MAIN + "\"><numFmts"
            + " count=\"1\"><numFmt"
            + " numFmtId=\"164\""
            + " formatCode=\"dd/mm/yyyy;@\"/></numFmts><fonts"
            + " count=\"1\"><font/></fonts><fills"
            + " count=\"1\"><fill/></fills><borders"
            + " count=\"1\"><border/></borders><cellStyleXfs"
            + " count=\"1\"><xf/></cellStyleXfs><cellXfs"
            + " count=\"5\"><xf/><xf"
            + " numFmtId=\"14\"/><xf"
            + " numFmtId=\"164\"/><xf"
            + " numFmtId=\"2\"/><xf"
            + " numFmtId=\"49\"/></cellXfs></styleSheet>";

    private final List<Grid> sheets;
    private String properties = "";
    private String mainType = "sheet.main+xml";

    private GridWorkbook(List<Grid> sheets) {
        this.sheets = sheets;
    }

    static GridWorkbook of(Grid... sheets) {
        return new GridWorkbook(List.of(sheets));
    }

    /** Uses the 1904 date system. */
    GridWorkbook from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /** Sets the content type of the main part, which distinguishes the kinds of workbooks. */
    GridWorkbook ofType(String contentType) {
        mainType = contentType;
        return this;
    }

    byte[] bytes() {
        return parts().bytes();
    }

    /** The parts, for tests that change them. */
    WorkbookParts parts() {
        SharedTexts strings = new SharedTexts();
        WorkbookParts parts = new WorkbookParts();
        StringBuilder types = new StringBuilder();
        StringBuilder relationships = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            String part = "worksheets/sheet" + (i + 1) + ".xml";
            names.append("<sheet name=\"")
                    .append(CellXml.escaped(sheets.get(i).name()))
                    .append("\" sheetId=\"");
            names.append(i + 1).append("\" r:id=\"rId").append(i + 1).append("\"/>");
            relationships.append(relationship("rId" + (i + 1), "worksheet", part));
            types.append(override("xl/" + part, TYPES + "worksheet+xml"));
            parts.put(
                    "xl/" + part,
                    "<worksheet xmlns=\"" + HandMadeWorkbook.MAIN + "\"><dimension ref=\"A1:ZZ9\"/><sheetData>"
                            + sheets.get(i).data(strings) + "</sheetData><pageMargins left=\"1\"/></worksheet>");
        }
        types.append(override("xl/workbook.xml", mainType.contains("/") ? mainType : TYPES + mainType));
        types.append(override("xl/styles.xml", TYPES + "styles+xml"));
        relationships.append(relationship("rIdStyles", "styles", "styles.xml"));
        if (!strings.isEmpty()) {
            types.append(override("xl/sharedStrings.xml", TYPES + "sharedStrings+xml"));
            relationships.append(relationship("rIdStrings", "sharedStrings", "sharedStrings.xml"));
            parts.put(WorkbookParts.SHARED_STRINGS, strings.xml());
        }
        return parts.put("xl/styles.xml", STYLES)
                .put(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + HandMadeWorkbook.MAIN + "\" xmlns:r=\"" + RELATIONSHIPS + "\">"
                                + properties + "<sheets>" + names + "</sheets></workbook>")
                .put("xl/_rels/workbook.xml.rels", relationships(relationships.toString()))
                .put("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")))
                .put(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/"
                                + "vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>");
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private static String relationships(String content) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }
}
