package uk.smets.mam.model.internal.primitive;

/** Cell references: {@code F12} is column 6 of row 12. */
public final class CellReference {
    /** The number of columns of a sheet, up to {@code XFD}. */
    public static final int MAX_COLUMN = 16_384;

    /** The number of rows of a sheet. */
    public static final int MAX_ROW = 1_048_576;

    /** The result of {@link #parse} if the bytes are not a reference. */
    public static final long NOWHERE = -1;

    private static final int LETTERS = 26;

    private CellReference() {}

    /**
     * Returns the reference of a cell.
     *
     * @param column its column, from 1
     * @param row its row, from 1
     * @return for example {@code F12}
     */
    public static String of(int column, long row) {
        return columnName(column) + row;
    }

    /**
     * Returns the name of a column.
     *
     * @param column the column, from 1
     * @return for example {@code F}
     */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return name.toString();
    }

    /**
     * Returns the column of a cell.
     *
     * @param reference the reference of the cell
     * @return the column from 1, or 0 if the text does not start with a column
     */
    public static int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && isLetter(reference.charAt(at))) {
            column = column * LETTERS + reference.charAt(at) - 'A' + 1;
            if (column > MAX_COLUMN) {
                return 0;
            }
            at++;
        }
        return column;
    }

    /**
     * Returns the row of a cell.
     *
     * @param reference the reference of the cell
     * @return the row from 1, or 0 if the text does not end with a row
     */
    public static int row(String reference) {
        int at = 0;
        while (at < reference.length() && isLetter(reference.charAt(at))) {
            at++;
        }
        int row = 0;
        for (; at < reference.length(); at++) {
            char digit = reference.charAt(at);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            row = row * 10 + digit - '0';
            if (row > MAX_ROW) {
                return 0;
            }
        }
        return row;
    }

    /**
     * Parses a reference in bytes.
     *
     * @param bytes hold the reference
     * @param from the index of its first letter
     * @param to the index after its last digit
     * @return {@linkplain #columnOf column} and {@linkplain #rowOf row} in one number, or {@link #NOWHERE} if it is not a cell of a sheet
     */
    public static long parse(byte[] bytes, int from, int to) {
        int at = from;
        int column = 0;
        while (at < to && bytes[at] >= 'A' && bytes[at] <= 'Z' && column <= MAX_COLUMN) {
            column = column * LETTERS + bytes[at++] - 'A' + 1;
        }
        int row = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && row <= MAX_ROW) {
            row = row * 10 + bytes[at++] - '0';
        }
        boolean sound = at == to && column >= 1 && column <= MAX_COLUMN && row >= 1 && row <= MAX_ROW;
        return sound ? (long) column << Integer.SIZE | row : NOWHERE;
    }

    /**
     * Returns the column of a parsed reference.
     *
     * @param cell the parsed reference
     * @return the column, from 1
     */
    public static int columnOf(long cell) {
        return (int) (cell >> Integer.SIZE);
    }

    /**
     * Returns the row of a parsed reference.
     *
     * @param cell the parsed reference
     * @return the row, from 1
     */
    public static int rowOf(long cell) {
        return (int) cell;
    }

    private static boolean isLetter(char character) {
        return character >= 'A' && character <= 'Z';
    }
}
