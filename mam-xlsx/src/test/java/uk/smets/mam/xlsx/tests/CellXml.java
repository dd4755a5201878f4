package uk.smets.mam.xlsx.tests;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A cell as a workbook's XML has it, in each of the forms that spreadsheet programs write. */
@FunctionalInterface
interface CellXml {
    /**
     * The element of the cell.
     *
     * @param reference the attribute that says where it is, or nothing where that is left out
     * @param strings the table of shared strings, which takes up what it needs
     */
    String at(String reference, SharedTexts strings);

    /** A text of the cell's own. */
    static CellXml text(String text) {
        return (reference, strings) -> "<c" + reference + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
    }

    /** A text in the table of shared strings. */
    static CellXml shared(String text) {
        return (reference, strings) ->
                "<c" + reference + " t=\"s\"><v>" + strings.indexOf("<t>" + escaped(text) + "</t>") + "</v></c>";
    }

    /** A shared text of several runs, with a hint of how it is pronounced. */
    static CellXml rich(String... runs) {
        return (reference, strings) -> "<c" + reference + " t=\"s\"><v>"
                + strings.indexOf(Arrays.stream(runs)
                                .map(run -> "<r><rPr><b/><color rgb=\"FFFF0000\"/></rPr><t xml:space=\"preserve\">"
                                        + escaped(run) + "</t></r>")
                                .collect(Collectors.joining())
                        + "<rPh sb=\"0\" eb=\"1\"><t>not to be read</t></rPh>")
                + "</v></c>";
    }

    /** A number, as it is written in the XML. */
    static CellXml number(String raw) {
        return number(raw, GridWorkbook.GENERAL);
    }

    /** A number in a style of {@link GridWorkbook}. */
    static CellXml number(String raw, int style) {
        return (reference, strings) -> "<c" + reference + " s=\"" + style + "\"><v>" + raw + "</v></c>";
    }

    /** A cell of a type of its own: a truth value, an error, a date of ISO 8601, the text of a formula. */
    static CellXml typed(String type, String raw) {
        return (reference, strings) -> "<c" + reference + " t=\"" + type + "\"><v>" + escaped(raw) + "</v></c>";
    }

    /** A formula with the value that it had. */
    static CellXml formula(String type, String raw) {
        return (reference, strings) ->
                "<c" + reference + " t=\"" + type + "\"><f>CONCATENATE(\"a\",B2)</f><v>" + escaped(raw) + "</v></c>";
    }

    /** What a cell holds, with its attributes. */
    static CellXml raw(String attributes, String content) {
        return (reference, strings) -> "<c" + reference + attributes + ">" + content + "</c>";
    }

    /** A cell that is formatted, and empty. */
    static CellXml empty() {
        return (reference, strings) -> "<c" + reference + " s=\"" + GridWorkbook.DATE + "\"/>";
    }

    /** Any text in XML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
