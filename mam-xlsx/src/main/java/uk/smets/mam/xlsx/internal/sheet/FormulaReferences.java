package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.workbook.CellArea;

/**
 * The cells that the text of a formula refers to. Names, tables and functions that compute references may refer to any cell.
 *
 * @param areas the areas in the text
 * @param mayMeanAny whether the formula may also refer to any other cell
 */
public record FormulaReferences(List<Area> areas, boolean mayMeanAny) {
    private static final String CELL = "\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,6}";
    private static final String COLUMN = "\\$?[A-Za-z]{1,3}";
    private static final String ROW = "\\$?[1-9][0-9]{0,6}";

    /** A string or error value; a sheet name; an area; a number; or a name, with the bracket that marks a function or table. */
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*+\"|#[A-Z0-9/]++[!?]?+"
            + "|(?<sheet>'[^']*+(?:''[^']*+)*+'|[\\p{L}_\\[][\\p{L}\\p{N}_.\\[\\]]*+)!"
            + "|(?<area>" + CELL + ":" + CELL + "|" + COLUMN + ":" + COLUMN + "|" + ROW + ":" + ROW + "|" + CELL
            + ")(?![\\p{L}\\p{N}_.(\\[!])"
            + "|[0-9.]++(?:[Ee][+-]?[0-9]++)?+"
            + "|(?<name>[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*+)(?<open>\\s*+[(\\[])?+");

    private static final Pattern CORNER = Pattern.compile("(\\$?)([A-Za-z]{0,3})(\\$?)([0-9]*)");

    /**
     * An area in a formula.
     *
     * @param sheet the name of its sheet, or empty for the formula's own sheet
     * @param cells the area
     * @param first the coordinates of its first corner that do not move with the formula
     * @param last those of its last corner
     */
    record Area(String sheet, CellArea cells, Fixed first, Fixed last) {
        /** Returns the area for a formula that was moved. */
        CellArea moved(int columns, int rows) {
            return CellArea.of(
                    cells.firstColumn() + (first.column ? 0 : columns),
                    cells.firstRow() + (first.row ? 0 : rows),
                    cells.lastColumn() + (last.column ? 0 : columns),
                    cells.lastRow() + (last.row ? 0 : rows));
        }
    }

    /** Whether the column and the row of a corner are absolute. */
    private record Fixed(boolean column, boolean row) {
        static Fixed of(Matcher corner) {
            return new Fixed(isFixed(corner, 2), isFixed(corner, 4));
        }
    }

    /** Reads a formula. */
    static FormulaReferences of(String formula) {
        List<Area> areas = new ArrayList<>();
        boolean mayMeanAny = false;
        String sheet = "";
        Matcher token = TOKEN.matcher(formula);
        while (token.find()) {
            String area = token.group("area");
            if (area != null) {
                areas.add(area(sheet, area));
            } else if (token.group("name") != null) {
                mayMeanAny |= mayMeanAny(token.group("name").toUpperCase(Locale.ROOT), token.group("open"));
            }
            sheet = token.group("sheet") == null ? "" : unquoted(token.group("sheet"));
        }
        return new FormulaReferences(List.copyOf(areas), mayMeanAny);
    }

    private static boolean mayMeanAny(String name, @Nullable String open) {
        boolean function = open != null && open.endsWith("(");
        return function
                ? name.equals("INDIRECT") || name.equals("OFFSET")
                : !name.equals("TRUE") && !name.equals("FALSE");
    }

    private static String unquoted(String sheet) {
        return sheet.startsWith("'") ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet;
    }

    private static Area area(String sheet, String text) {
        int colon = text.indexOf(':');
        Matcher first = corner(colon < 0 ? text : text.substring(0, colon));
        Matcher last = corner(colon < 0 ? text : text.substring(colon + 1));
        CellArea cells = new CellArea(
                column(first, 1),
                row(first, 1),
                column(last, CellReference.MAX_COLUMN),
                row(last, CellReference.MAX_ROW));
        return new Area(sheet, cells, Fixed.of(first), Fixed.of(last));
    }

    private static Matcher corner(String text) {
        Matcher corner = CORNER.matcher(text);
        if (!corner.matches()) {
            throw new IllegalStateException("no corner of an area");
        }
        return corner;
    }

    private static int column(Matcher corner, int otherwise) {
        int column = 0;
        for (char letter : corner.group(2).toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? otherwise : column;
    }

    private static int row(Matcher corner, int otherwise) {
        return corner.group(4).isEmpty() ? otherwise : Integer.parseInt(corner.group(4));
    }

    /** Returns whether a coordinate is absolute. A missing one is the edge of the sheet, which does not move. */
    private static boolean isFixed(Matcher corner, int group) {
        return corner.group(group).isEmpty() || !corner.group(group - 1).isEmpty() || isRowAfterNoColumn(corner, group);
    }

    /** Returns whether a row without a column is absolute: its dollar sign is then in the column's group. */
    private static boolean isRowAfterNoColumn(Matcher corner, int group) {
        return group == 4 && corner.group(2).isEmpty() && !corner.group(1).isEmpty();
    }
}
