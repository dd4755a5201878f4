package uk.smets.mam.xlsx.tests;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A sheet, cell by cell. */
final class Grid {
    private final String name;
    private final NavigableMap<Integer, NavigableMap<Integer, CellXml>> rows = new TreeMap<>();
    private boolean referencesLeftOut;

    Grid(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Puts a cell into a column and a row, both counted from 1. */
    Grid put(int column, int row, CellXml cell) {
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
        return this;
    }

    /** Puts a cell at a reference such as {@code F12}. */
    Grid put(String reference, CellXml cell) {
        String letters = reference.replaceAll("[0-9]", "");
        int column = letters.chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
        return put(column, Integer.parseInt(reference.substring(letters.length())), cell);
    }

    /** Puts a text at a reference such as {@code F12}. */
    Grid put(String reference, String text) {
        return put(reference, CellXml.text(text));
    }

    /** Omits row numbers and cell references, which is allowed where no row or cell is skipped. */
    Grid withoutReferences() {
        referencesLeftOut = true;
        return this;
    }

    /** The rows as XML. */
    String data(SharedTexts strings) {
        StringBuilder xml = new StringBuilder();
        for (Map.Entry<Integer, NavigableMap<Integer, CellXml>> row : rows.entrySet()) {
            xml.append("<row").append(reference(Integer.toString(row.getKey()))).append('>');
            row.getValue()
                    .forEach((column, cell) ->
                            xml.append(cell.at(reference(HandMadeWorkbook.column(column) + row.getKey()), strings)));
            xml.append("</row>");
        }
        return xml.toString();
    }

    private String reference(String place) {
        return referencesLeftOut ? "" : " r=\"" + place + "\"";
    }
}
