package uk.smets.mam.xlsx.internal.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;

/**
 * A row of a sheet and the byte offsets of its cells from the start of the row. One object is reused for all rows, and one array for all
 * cells, because a sheet has millions of them.
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

    // The index of each field in the array. An offset that a cell does not have is 0.
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

    /** Adds a plain cell whose offsets are from the start of an array, in which the row begins at {@code start}. */
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

    /** Returns the column of the next cell if it has no reference. */
    int nextColumn() {
        return size == 0 ? 1 : get(size - 1, COLUMN) + 1;
    }

    /** Returns the first cell, from a given one on, that is in a column or to its right. */
    int firstFrom(int column, int cell) {
        int at = cell;
        while (at < size && get(at, COLUMN) < column) {
            at++;
        }
        return at;
    }

    /** Returns the offset for a new cell to the right of all others. */
    int cellsTo() {
        return size == 0 ? contentFrom : get(size - 1, TO);
    }

    /** Returns whether the sheet does not have the cells in column order. They are in column order here. */
    boolean isOutOfOrder() {
        return outOfOrder;
    }

    /** Marks the row as not plain. */
    void unusual() {
        plain = false;
    }

    /** Returns whether the row has only {@linkplain PlainCell plain cells}, in column order. */
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
     * Rewrites a row that is out of order: first its cells in column order, then everything between them, such as white space and
     * comments. New cells can then be inserted.
     *
     * @param bytes the array that holds the row
     * @param start the start of the row in the array
     * @return the row, at offset 0
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

    /** Returns whether the cell has a value rather than inline text. */
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

    /** Sets the start and end of the last cell's content, and the end of the cell. */
    void end(int cellContentFrom, int cellContentTo, int cellTo) {
        set(CONTENT_FROM, cellContentFrom);
        set(CONTENT_TO, cellContentTo);
        set(TO, cellTo);
    }
}
