package uk.smets.mam.xlsx;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.DocumentKind;

/**
 * Tells a row of a body that has no headings, by its first four fields, which both notifications have: MPAN, MPRN and two
 * dates.
 *
 * @param row the number of the first such row, from 1
 * @param column the column of its MPAN, from 1
 * @param kind which of the notifications its values are of
 */
record RowsWithoutHeadings(int row, int column, DocumentKind kind) {
    private static final Pattern MPAN = Pattern.compile("[0-9]{13}");
    private static final Pattern MPRN = Pattern.compile("[0-9]{6,10}");
    private static final Pattern SLASHED = Pattern.compile("[0-9]{2}/[0-9]{2}/[0-9]{4}");
    private static final Pattern DATE =
            Pattern.compile(SLASHED + "|[0-9]{8}|[0-9]{5}|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?");

    /** Two of the four: any of them may be empty or wrong. */
    private static final int FEWEST = 2;

    /** The column of the MPAN, if the row looks like one of a body: where most of the four are what they are to be. */
    static OptionalInt columnOfMpan(SeenRow row) {
        int best = 0;
        for (SeenRow.Cell cell : row.cells()) {
            // The first cell that is not empty is an MPAN or an MPRN.
            for (int column = Math.max(1, cell.column() - 1); column <= cell.column(); column++) {
                if (score(row, column) > (best == 0 ? FEWEST - 1 : score(row, best))) {
                    best = column;
                }
            }
        }
        return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int score(SeenRow row, int column) {
        return count(row, column, MPAN)
                + count(row, column + 1, MPRN)
                + count(row, column + 2, DATE)
                + count(row, column + 3, DATE);
    }

    private static int count(SeenRow row, int column, Pattern form) {
        return row.text(column).filter(text -> form.matcher(text).matches()).isPresent() ? 1 : 0;
    }

    static RowsWithoutHeadings of(SeenRow row, int column) {
        boolean device = row.text(column + 4)
                .filter(text -> DeviceId.find(text).isPresent())
                .isPresent();
        boolean slashed = count(row, column + 2, SLASHED) + count(row, column + 3, SLASHED) > 0;
        return new RowsWithoutHeadings(
                row.number(),
                column,
                device || slashed ? DocumentKind.MIGRATION_SCHEDULE : DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
    }
}
