package uk.smets.mam.xlsx.internal.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;

/**
 * A row of a sheet and the places of its cells, in bytes from the start of the row. One object is used for row after row, and one array
 * for all cells: a sheet has millions of them.
 */
public final class SheetRow {
    /** The types of cells, by their attribute {@code t}. */
    enum Kind {
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
    }

    // What is known of a cell, by its offset in the array. A place that the cell does not have is 0.
    private static final int COLUMN = 0;
    private static final int STYLE = 1;
    private static final int KIND = 2;
    private static final int FROM = 3;
    private static final int KEPT_TO = 4;
    private static final int CONTENT_FROM = 5;
    private static final int VALUE_FROM = 6;
    private static final int FORMULA_FROM = 7;
    private static final int FORMULA_TO = 8;
    private static final int CONTENT_TO = 9;
    private static final int TO = 10;
    private static final int WIDTH = 11;

    private static final Kind[] KINDS = Kind.values();

    public int number;
    public int style = -1;
    /** The end of the row's start tag. */
    int contentFrom;

    /** The end of the row. */
    int to;

    private int[] cells = new int[64 * WIDTH];
    private int size;
    private boolean outOfOrder;
    private boolean plain;

    void clear() {
        size = 0;
        outOfOrder = false;
        plain = true;
        style = -1;
    }

    /**
     * Adds a cell.
     *
     * @param column its column
     * @param style its style, or -1
     * @param kind its type
     * @param from its start
     */
    void add(int column, int style, Kind kind, int from) {
        int at = next(column);
        cells[at + STYLE] = style;
        cells[at + KIND] = kind.ordinal();
        cells[at + FROM] = from;
        Arrays.fill(cells, at + KEPT_TO, at + WIDTH, 0);
    }

    /** Adds a plain cell, whose places are those of bytes in an array in which the row has a start. */
    void add(PlainCell plainCell, int from, int start) {
        int at = next(plainCell.column);
        cells[at + STYLE] = plainCell.style;
        cells[at + KIND] = plainCell.kind.ordinal();
        cells[at + FROM] = from - start;
        cells[at + KEPT_TO] = plainCell.keptTo - start;
        cells[at + CONTENT_FROM] = plainCell.contentFrom - start;
        cells[at + VALUE_FROM] = plainCell.valueFrom == 0 ? 0 : plainCell.valueFrom - start;
        cells[at + FORMULA_TO] = 0;
        cells[at + CONTENT_TO] = plainCell.contentTo - start;
        cells[at + TO] = plainCell.to - start;
    }

    private int next(int column) {
        int at = size * WIDTH;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, at * 2);
        }
        outOfOrder |= column < nextColumn();
        cells[at + COLUMN] = column;
        size++;
        return at;
    }

    private int get(int cell, int what) {
        return cells[cell * WIDTH + what];
    }

    private void set(int what, int value) {
        cells[(size - 1) * WIDTH + what] = value;
    }

    int size() {
        return size;
    }

    /** Returns the column of a cell without a reference. */
    int nextColumn() {
        return size == 0 ? 1 : get(size - 1, COLUMN) + 1;
    }

    /** Returns the first cell, from another one on, that is in a column or to the right of it. */
    int firstFrom(int column, int cell) {
        int at = cell;
        while (at < size && get(at, COLUMN) < column) {
            at++;
        }
        return at;
    }

    /** Returns the place of a new cell to the right of all others. */
    int cellsTo() {
        return size == 0 ? contentFrom : get(size - 1, TO);
    }

    /** Whether the cells are not written in the order of their columns, which is their order here. */
    boolean isOutOfOrder() {
        return outOfOrder;
    }

    /** Notes that the row holds anything but plain cells. */
    void unusual() {
        plain = false;
    }

    /** Whether the row holds only {@linkplain PlainCell plain cells}, in the order of their columns. */
    boolean isPlain() {
        return plain && !outOfOrder;
    }

    /** Sorts the cells by column; returns false if two have the same column. */
    boolean sort() {
        if (!outOfOrder) {
            return true;
        }
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(this::column))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sorted = new int[cells.length];
        for (int cell = 0; cell < size; cell++) {
            System.arraycopy(cells, order[cell] * WIDTH, sorted, cell * WIDTH, WIDTH);
        }
        cells = sorted;
        return IntStream.range(1, size).noneMatch(cell -> column(cell) == column(cell - 1));
    }

    /**
     * Rewrites a row that is out of order: its cells in the order of their columns, then everything between them, such as white space
     * and comments. Only then is there a place for a new cell.
     *
     * @param bytes the array that holds the row
     * @param start the start of the row in it
     * @return the row, at whose start all places now begin
     */
    byte[] rewrite(byte[] bytes, int start) {
        byte[] rewritten = new byte[to];
        System.arraycopy(bytes, start, rewritten, 0, contentFrom);
        BitSet ofCells = new BitSet(to);
        int at = contentFrom;
        for (int cell = 0; cell < size; cell++) {
            int from = from(cell);
            int length = to(cell) - from;
            ofCells.set(from, to(cell));
            System.arraycopy(bytes, start + from, rewritten, at, length);
            for (int place = cell * WIDTH + FROM; place < (cell + 1) * WIDTH; place++) {
                cells[place] += cells[place] == 0 ? 0 : at - from;
            }
            at += length;
        }
        for (int other = ofCells.nextClearBit(contentFrom); other < to; other = ofCells.nextClearBit(other + 1)) {
            rewritten[at++] = bytes[start + other];
        }
        outOfOrder = false;
        return rewritten;
    }

    int column(int cell) {
        return get(cell, COLUMN);
    }

    int from(int cell) {
        return get(cell, FROM);
    }

    int to(int cell) {
        return get(cell, TO);
    }

    /** Returns the end of the reference and style of a plain cell, or 0. */
    int keptTo(int cell) {
        return get(cell, KEPT_TO);
    }

    /** Returns the end of the cell's start tag. */
    int contentFrom(int cell) {
        return get(cell, CONTENT_FROM);
    }

    /** Returns the start of the cell's end tag. */
    int contentTo(int cell) {
        return get(cell, CONTENT_TO);
    }

    boolean hasFormula(int cell) {
        return get(cell, FORMULA_TO) > 0;
    }

    int formulaFrom(int cell) {
        return get(cell, FORMULA_FROM);
    }

    int formulaTo(int cell) {
        return get(cell, FORMULA_TO);
    }

    /** Whether the cell holds a value, and not an inline text. */
    boolean hasValue(int cell) {
        return get(cell, VALUE_FROM) > 0;
    }

    /** Returns the end of the start tag of the cell's value. */
    int valueFrom(int cell) {
        return get(cell, VALUE_FROM);
    }

    int style(int cell) {
        return get(cell, STYLE);
    }

    Kind kind(int cell) {
        return KINDS[get(cell, KIND)];
    }

    /** Sets the start tag of the last cell's formula. */
    void formula(int from, int tagTo) {
        set(FORMULA_FROM, from);
        set(FORMULA_TO, tagTo);
    }

    /** Sets the end of the start tag of the last cell's value. */
    void value(int from) {
        set(VALUE_FROM, from);
    }

    /** Sets the last cell's content, and its end. */
    void end(int cellContentFrom, int cellContentTo, int cellTo) {
        set(CONTENT_FROM, cellContentFrom);
        set(CONTENT_TO, cellContentTo);
        set(TO, cellTo);
    }
}
