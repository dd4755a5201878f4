package uk.smets.mam.xlsx;

import org.codehaus.stax2.typed.TypedValueDecoder;
import uk.smets.mam.model.internal.CellReference;

/**
 * An attribute of a row or a cell, taken from the parser's buffer: millions of them need not become Strings. It keeps what the
 * text means as each of the things that it may be.
 */
final class CellAttribute extends TypedValueDecoder {
    /** No reference, type or number is longer. */
    private static final int LONGEST = 64;

    private static final int LETTERS = 26;

    private final char[] text = new char[LONGEST];
    private int length;

    @Override
    public void decode(String input) {
        char[] characters = input.toCharArray();
        decode(characters, 0, characters.length);
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        length = Math.min(end - start, LONGEST);
        System.arraycopy(buffer, start, text, 0, length);
    }

    @Override
    public void handleEmptyValue() {
        length = 0;
    }

    /** The text as a number that is not negative, or -1 where it is none. */
    int number() {
        return number(0);
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; i < length; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || number > CellReference.MAX_ROW * 10) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return from == length ? -1 : number;
    }

    private int letters() {
        int letters = 0;
        while (letters < length && text[letters] >= 'A' && text[letters] <= 'Z') {
            letters++;
        }
        return letters;
    }

    /** The column of the text as a cell's reference, from 1, or 0 where there is no such column. */
    int column() {
        int column = 0;
        int letters = letters();
        for (int i = 0; i < letters; i++) {
            column = column * LETTERS + text[i] - 'A' + 1;
            if (column > CellReference.MAX_COLUMN) {
                return 0;
            }
        }
        return column;
    }

    /** The row of the text as a cell's reference, or a number that is no row's. */
    int row() {
        return number(letters());
    }

    /** The text as the type of a cell; what is unknown is taken for a number, as it is where there is no type. */
    SheetCursor.Type type() {
        if (length == 1) {
            return switch (text[0]) {
                case 's' -> SheetCursor.Type.SHARED;
                case 'b' -> SheetCursor.Type.BOOLEAN;
                case 'e' -> SheetCursor.Type.ERROR;
                case 'd' -> SheetCursor.Type.DATE;
                default -> SheetCursor.Type.NUMBER;
            };
        }
        // Those are str, the result of a formula, and inlineStr.
        return length > 1 ? SheetCursor.Type.TEXT : SheetCursor.Type.NUMBER;
    }

    String text() {
        return new String(text, 0, length);
    }
}
