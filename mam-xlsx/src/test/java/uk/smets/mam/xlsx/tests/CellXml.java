package uk.smets.mam.xlsx.tests;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A cell in the XML of a workbook, in each of the forms that spreadsheet programs write. */
@FunctionalInterface
interface CellXml {
    /**
     * The element of the cell.
     *
     * @param reference the reference attribute, or empty text to omit it
     * @param strings the table of shared strings, to which the cell adds its texts
     */
    String at(String reference, SharedTexts strings);

    /** An inline text. */
    static CellXml text(String text) {
        return (reference, strings) -> "<c" + reference + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
    }

    /** A text in the table of shared strings. */
    static CellXml shared(String text) {
        return (reference, strings) ->
                "<c" + reference + " t=\"s\"><v>" + strings.indexOf("<t>" + escaped(text) + "</t>") + "</v></c>";
    }

    /** A shared text of several runs, with phonetic text. */
    static CellXml rich(String... runs) {
        return (reference, strings) -> "<c" + reference + " t=\"s\"><v>"
                + strings.indexOf(Arrays.stream(runs)
                                .map(run -> "<r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t xml:space=\"preserve\">"
                                        + escaped(run) + "</t></r>")
                                .collect(Collectors.joining())
                        + "<rPh sb=\"0\" eb=\"1\"><t>not to be read</t></rPh>")
                + "</v></c>";
    }

    /** A number in the notation of the XML. */
    static CellXml number(String raw) {
        return number(raw, GridWorkbook.GENERAL);
    }

    /** A number in a style of {@link GridWorkbook}. */
    static CellXml number(String raw, int style) {
        return (reference, strings) -> "<c" + reference + " s=\"" + style + "\"><v>" + raw + "</v></c>";
    }

    /** A cell with an explicit type: a boolean, an error, an ISO 8601 date, the text of a formula. */
    static CellXml typed(String type, String raw) {
        return (reference, strings) -> "<c" + reference + " t=\"" + type + "\"><v>" + escaped(raw) + "</v></c>";
    }

    /** A formula with its stored value. */
    static CellXml formula(String type, String raw) {
        return (reference, strings) ->
                "<c" + reference + " t=\"" + type + "\"><f>CONCATENATE(\"a\",B2)</f><v>" + escaped(raw) + "</v></c>";
    }

    /** A cell with these attributes and this content. */
    static CellXml raw(String attributes, String content) {
        return (reference, strings) -> "<c" + reference + attributes + ">" + content + "</c>";
    }

    /** An empty cell with a format. */
    static CellXml empty() {
        return (reference, strings) -> "<c" + reference + " s=\"" + GridWorkbook.DATE + "\"/>";
    }

    /** A text, escaped for XML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
