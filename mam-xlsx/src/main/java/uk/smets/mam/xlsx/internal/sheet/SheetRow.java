package uk.smets.mam.xlsx.internal.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;

/**
 * The row that a {@link SheetScanner} stands at: its cells, by their places in the window. One object is moved from row to
 * row.
 */
public final class SheetRow {
    /** The kinds of cells, by their attribute {@code t}. */
    public enum Kind {
        SHARED_STRING("s", SheetCursor.Type.SHARED),
        INLINE_STRING("inlineStr", SheetCursor.Type.TEXT),
        NUMBER("n", SheetCursor.Type.NUMBER),
        FORMULA_STRING("str", SheetCursor.Type.TEXT),
        BOOLEAN("b", SheetCursor.Type.BOOLEAN),
        ERROR("e", SheetCursor.Type.ERROR),
        DATE("d", SheetCursor.Type.DATE);

        final String code;
        final SheetCursor.Type type;

        Kind(String code, SheetCursor.Type type) {
            this.code = code;
            this.type = type;
        }

        boolean isCode(byte[] bytes, int from, int to) {
            if (to - from != code.length()) {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (bytes[i] != code.charAt(i - from)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final int FEW = 64;
    private static final int NO_VALUE = -1;

    public int number;
    public int style = -1;
    /** Behind the row's start tag, and behind the row's end tag. */
    int contentFrom;

    int to;

    private int size;
    private int[] columns = new int[FEW];
    private int[] froms = new int[FEW];
    private int[] tos = new int[FEW];
    private int[] contentFroms = new int[FEW];
    private int[] contentTos = new int[FEW];
    private int[] formulaFroms = new int[FEW];
    private int[] formulaTos = new int[FEW];
    private int[] valueFroms = new int[FEW];
    private int[] styles = new int[FEW];
    private Kind[] kinds = new Kind[FEW];
    private boolean isOutOfOrder;
    private boolean isPlain;

    void clear() {
        size = 0;
        isOutOfOrder = false;
        isPlain = true;
        style = -1;
    }

    void add(int column, int from) {
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, size * 2);
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
            contentFroms = Arrays.copyOf(contentFroms, size * 2);
            contentTos = Arrays.copyOf(contentTos, size * 2);
            formulaFroms = Arrays.copyOf(formulaFroms, size * 2);
            formulaTos = Arrays.copyOf(formulaTos, size * 2);
            valueFroms = Arrays.copyOf(valueFroms, size * 2);
            styles = Arrays.copyOf(styles, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        isOutOfOrder |= column < nextColumn();
        columns[size] = column;
        froms[size] = from;
        formulaTos[size] = 0;
        valueFroms[size] = NO_VALUE;
        styles[size] = -1;
        kinds[size] = Kind.NUMBER;
        size++;
    }

    public int size() {
        return size;
    }

    /** The column that a cell without a reference has. */
    int nextColumn() {
        return size == 0 ? 1 : columns[size - 1] + 1;
    }

    /** The first cell that is not left of a column: its own, where it has one. */
    int firstFrom(int column, int cell) {
        int at = cell;
        while (at < size && columns[at] < column) {
            at++;
        }
        return at;
    }

    /** Where another cell goes that is right of all others. */
    int behindCells() {
        return size == 0 ? contentFrom : tos[size - 1];
    }

    /** Whether the cells are written in another order than that of their columns, in which they are here. */
    boolean isOutOfOrder() {
        return isOutOfOrder;
    }

    /** Takes note that the row holds more than plain cells. */
    void unusual() {
        isPlain = false;
    }

    /** Whether the row is nothing but {@linkplain PlainCell plain cells} in the order of their columns. */
    boolean isPlain() {
        return isPlain && !isOutOfOrder;
    }

    /** Puts the cells into the order of their columns, and answers whether each has another column. */
    boolean sort() {
        if (!isOutOfOrder) {
            return true;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(cell -> columns[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        columns = ordered(columns, order);
        froms = ordered(froms, order);
        tos = ordered(tos, order);
        contentFroms = ordered(contentFroms, order);
        contentTos = ordered(contentTos, order);
        formulaFroms = ordered(formulaFroms, order);
        formulaTos = ordered(formulaTos, order);
        valueFroms = ordered(valueFroms, order);
        styles = ordered(styles, order);
        Kind[] before = kinds;
        kinds = Arrays.copyOf(
                Arrays.stream(order).mapToObj(cell -> before[cell]).toArray(Kind[]::new), kinds.length);
        for (int cell = 1; cell < size; cell++) {
            if (columns[cell] == columns[cell - 1]) {
                return false;
            }
        }
        return true;
    }

    private static int[] ordered(int[] values, int[] order) {
        return Arrays.copyOf(Arrays.stream(order).map(cell -> values[cell]).toArray(), values.length);
    }

    /**
     * Rewrites a row that is out of order: its cells in the order of their columns, and after them what is between them, such as
     * white space and comments. A cell that is put in between can only then have its place.
     *
     * @param bytes what the row is in
     * @param start where the row starts in it
     * @return the row, to whose start all places count from now on
     */
    byte[] rewrite(byte[] bytes, int start) {
        byte[] rewritten = new byte[to];
        System.arraycopy(bytes, start, rewritten, 0, contentFrom);
        BitSet ofCells = new BitSet(to);
        int at = contentFrom;
        for (int cell = 0; cell < size; cell++) {
            int length = tos[cell] - froms[cell];
            int shift = at - froms[cell];
            ofCells.set(froms[cell], tos[cell]);
            System.arraycopy(bytes, start + froms[cell], rewritten, at, length);
            at += length;
            froms[cell] += shift;
            tos[cell] += shift;
            contentFroms[cell] += shift;
            contentTos[cell] += shift;
            formulaFroms[cell] += shift;
            formulaTos[cell] += formulaTos[cell] > 0 ? shift : 0;
            valueFroms[cell] += valueFroms[cell] == NO_VALUE ? 0 : shift;
        }
        for (int other = ofCells.nextClearBit(contentFrom); other < to; other = ofCells.nextClearBit(other + 1)) {
            rewritten[at++] = bytes[start + other];
        }
        isOutOfOrder = false;
        return rewritten;
    }

    public int column(int cell) {
        return columns[cell];
    }

    int from(int cell) {
        return froms[cell];
    }

    int to(int cell) {
        return tos[cell];
    }

    int contentFrom(int cell) {
        return contentFroms[cell];
    }

    int contentTo(int cell) {
        return contentTos[cell];
    }

    boolean hasFormula(int cell) {
        return formulaTos[cell] > 0;
    }

    int formulaFrom(int cell) {
        return formulaFroms[cell];
    }

    int formulaTo(int cell) {
        return formulaTos[cell];
    }

    /** Whether the cell holds a value of its own, and not an inline text. */
    boolean hasValue(int cell) {
        return valueFroms[cell] != NO_VALUE;
    }

    /** The place behind the start tag of the cell's value. */
    int valueFrom(int cell) {
        return valueFroms[cell];
    }

    public int style(int cell) {
        return styles[cell];
    }

    public Kind kind(int cell) {
        return kinds[cell];
    }

    /** The last cell's attributes. */
    void describe(int cellStyle, Kind kind) {
        styles[size - 1] = cellStyle;
        kinds[size - 1] = kind;
    }

    /** The start tag of the last cell's formula. */
    void formula(int from, int to) {
        formulaFroms[size - 1] = from;
        formulaTos[size - 1] = to;
    }

    /** The place behind the start tag of the last cell's value. */
    void value(int from) {
        valueFroms[size - 1] = from;
    }

    /** Where the last cell's content starts and ends, and where the cell itself does. */
    void end(int contentFrom, int contentTo, int cellTo) {
        contentFroms[size - 1] = contentFrom;
        contentTos[size - 1] = contentTo;
        tos[size - 1] = cellTo;
    }
}
