package uk.smets.mam.xlsx.internal.layout;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.DocumentKind;

/**
 * Recognises a row of a body without headings by its first four fields, which both notifications share: MPAN, MPRN and two dates.
 *
 * @param row the number of the first such row, from 1
 * @param column the column of its MPAN, from 1
 * @param kind the kind of notification that its values match
 */
public record RowsWithoutHeadings(int row, int column, DocumentKind kind) {
    private static final Pattern MPAN = Pattern.compile("[0-9]{13}");
    private static final Pattern MPRN = Pattern.compile("[0-9]{6,10}");
    private static final Pattern SLASHED = Pattern.compile("[0-9]{2}/[0-9]{2}/[0-9]{4}");
    private static final Pattern DATE =
            Pattern.compile(SLASHED + "|[0-9]{8}|[0-9]{5}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?");

    private static final int IS_MPAN = 1;
    private static final int IS_MPRN = 2;
    private static final int IS_DATE = 4;

    /** The expected formats of the four fields, from left to right. */
    private static final int[] FIELDS = {IS_MPAN, IS_MPRN, IS_DATE, IS_DATE};

    /** At least the length of the longest format. */
    private static final int LONGEST = 40;

    /** The minimum number of matching fields: any of the four may be empty or invalid. */
    private static final int FEWEST = 2;

    /** Returns the column of the MPAN, if enough of the four fields match. */
    static OptionalInt columnOfMpan(SeenRow row) {
        List<SeenRow.Cell> cells = row.cells();
        int[] forms = cells.stream().mapToInt(cell -> forms(cell.text())).toArray();
        int best = 0;
        int most = FEWEST - 1;
        for (int i = 0; i < forms.length; i++) {
            // The first non-empty cell is an MPAN or an MPRN.
            int own = cells.get(i).column();
            for (int column = Math.max(1, own - 1); column <= own; column++) {
                int score = score(cells, forms, i, column);
                if (score > most) {
                    most = score;
                    best = column;
                }
            }
        }
        return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** Returns how many of the four fields match if the first is in {@code column}; earlier cells are ignored. */
    private static int score(List<SeenRow.Cell> cells, int[] forms, int from, int column) {
        int score = 0;
        for (int i = from; i < forms.length && cells.get(i).column() - column < FIELDS.length; i++) {
            score += (forms[i] & FIELDS[cells.get(i).column() - column]) != 0 ? 1 : 0;
        }
        return score;
    }

    private static int forms(String text) {
        if (text.length() > LONGEST || !isDigit(text.charAt(0))) {
            return 0;
        }
        return (MPAN.matcher(text).matches() ? IS_MPAN : 0)
                | (MPRN.matcher(text).matches() ? IS_MPRN : 0)
                | (DATE.matcher(text).matches() ? IS_DATE : 0);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSlashed(SeenRow row, int column) {
        return row.text(column).filter(text -> SLASHED.matcher(text).matches()).isPresent();
    }

    static RowsWithoutHeadings of(SeenRow row, int column) {
        boolean device = row.text(column + 4)
                .filter(text -> DeviceId.find(text).isPresent())
                .isPresent();
        boolean slashed = isSlashed(row, column + 2) || isSlashed(row, column + 3);
        return new RowsWithoutHeadings(
                row.number(),
                column,
                device || slashed ? DocumentKind.MIGRATION_SCHEDULE : DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
    }
}
