package uk.smets.mam.xlsx.internal.workbook;

import org.codehaus.stax2.typed.TypedValueDecoder;
import uk.smets.mam.model.internal.primitive.CellReference;

/**
 * An attribute of a row or a cell, decoded directly from the parser's buffer because a sheet has millions of them. It is decoded on
 * request as a number, a column or a cell type.
 */
public final class CellAttribute extends TypedValueDecoder {
    /** No cell reference is longer. */
    private static final int LONGEST = 64;

    private static final int LETTERS = 26;

    /** Ten times this number plus a digit still fits into an {@code int}. */
    private static final int LARGEST = Integer.MAX_VALUE / 10 - 1;

    /** The parser's buffer, valid until the parser moves on. */
    private char[] text = {};

    private int start;
    private int end;

    @Override
    public void decode(String input) {
        decode(input.toCharArray(), 0, input.length());
    }

    @Override
    public void decode(char[] buffer, int from, int to) {
        text = buffer;
        start = from;
        end = to;
    }

    @Override
    public void handleEmptyValue() {
        end = start;
    }

    /** Returns the text as a non-negative number, or -1 if it is not one. */
    int number() {
        return number(start);
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || number > LARGEST) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from == end ? -1 : number;
    }

    /**
     * Returns the column of the text as a cell reference, from 1, or 0 if it is not a reference to a cell in the row.
     *
     * @param row the row's number
     * @param digits the row's number as digits
     */
    int columnIn(int row, char[] digits) {
        int column = 0;
        int at = start;
        while (at < end && text[at] >= 'A' && text[at] <= 'Z' && column <= CellReference.MAX_COLUMN) {
            column = column * LETTERS + text[at++] - 'A' + 1;
        }
        return column <= CellReference.MAX_COLUMN && (endsWith(digits, at) || number(at) == row) ? column : 0;
    }

    /** Returns whether the text from a position on equals the digits; this is faster than parsing the number. */
    private boolean endsWith(char[] digits, int from) {
        if (end - from != digits.length) {
            return false;
        }
        for (int i = 0; i < digits.length; i++) {
            if (text[from + i] != digits[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the text as the type of a cell. An unknown or missing type is a number. */
    SheetCursor.Type type() {
        if (end - start == 1) {
            return switch (text[start]) {
                case 's' -> SheetCursor.Type.SHARED;
                case 'b' -> SheetCursor.Type.BOOLEAN;
                case 'e' -> SheetCursor.Type.ERROR;
                case 'd' -> SheetCursor.Type.DATE;
                default -> SheetCursor.Type.NUMBER;
            };
        }
        // "str", the result of a formula, and "inlineStr" are texts.
        return end - start > 1 ? SheetCursor.Type.TEXT : SheetCursor.Type.NUMBER;
    }

    String text() {
        return new String(text, start, Math.min(end - start, LONGEST));
    }
}
