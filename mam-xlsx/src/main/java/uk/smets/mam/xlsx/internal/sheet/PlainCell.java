package uk.smets.mam.xlsx.internal.sheet;

import java.util.Arrays;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;

/**
 * Reads cells of the form that every spreadsheet program writes, {@code <c r="F12" s="3" t="s"><v>45</v></c>}, and cells with plain inline
 * text, in one pass over their bytes. Nearly all cells have this form and take most of the time of a sheet; {@link RowScan} reads all
 * others. Reads past the window into {@linkplain MarkupBytes#SPARE spare bytes}, and checks the end once.
 */
final class PlainCell {
    private static final int VALUE = "<v>".length();
    private static final int VALUE_END = "</v>".length();
    private static final int TEXT = "<is><t>".length();
    private static final int TEXT_END = "</t></is>".length();
    private static final boolean[] LITERAL = literal();

    /** The longest text of a cell; longer text may be truncated. */
    private static final int LONGEST = 32_767;

    private static final int MOST_DIGITS = 9;

    /** The cell's column, from 1. */
    int column;
    /** The cell's style, or -1. */
    int style;

    SheetRow.Kind kind = SheetRow.Kind.NUMBER;
    /** The end of the cell's reference and style. */
    int keptTo;
    /** The end of the cell's start tag. */
    int contentFrom;
    /** The end of the start tag of the value, or 0. */
    int valueFrom;
    /** The start of the cell's end tag. */
    int contentTo;
    /** The end of the cell. */
    int to;

    /** Returns the printable ASCII characters that no parser converts: no references, no escapes such as {@code _x000D_}. */
    private static boolean[] literal() {
        boolean[] literal = new boolean[256];
        Arrays.fill(literal, ' ', '~' + 1, true);
        for (char other : new char[] {'&', '<', '>', '_'}) {
            literal[other] = false;
        }
        return literal;
    }

    /**
     * Reads the cell at an offset.
     *
     * @param bytes the bytes
     * @param from the offset of the cell's {@code <}
     * @param end the end of the available bytes
     * @param row the number of the row
     * @return whether it has the plain form; if so, the fields describe it
     */
    boolean read(byte[] bytes, int from, int end, int row) {
        return bytes[from] == '<'
                && bytes[from + 1] == 'c'
                && bytes[from + 2] == ' '
                && bytes[from + 3] == 'r'
                && bytes[from + 4] == '='
                && bytes[from + 5] == '"'
                && readReference(bytes, from + 6, row)
                && readStyle(bytes)
                && readKind(bytes)
                && readContent(bytes)
                && to <= end;
    }

    private boolean readReference(byte[] bytes, int from, int row) {
        int at = from;
        int letters = 0;
        while (bytes[at] >= 'A' && bytes[at] <= 'Z' && letters <= CellReference.MAX_COLUMN) {
            letters = letters * 26 + bytes[at++] - 'A' + 1;
        }
        column = letters;
        int digits = at;
        int number = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9' && number <= CellReference.MAX_ROW) {
            number = number * 10 + bytes[at++] - '0';
        }
        keptTo = at + 1;
        return letters >= 1
                && letters <= CellReference.MAX_COLUMN
                && number == row
                && bytes[digits] != '0'
                && bytes[at] == '"';
    }

    private boolean readStyle(byte[] bytes) {
        int at = keptTo;
        style = -1;
        if (bytes[at] != ' ' || bytes[at + 1] != 's' || bytes[at + 2] != '=' || bytes[at + 3] != '"') {
            return true;
        }
        at += 4;
        int digits = at;
        int number = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9' && at - digits <= MOST_DIGITS) {
            number = number * 10 + bytes[at++] - '0';
        }
        style = number;
        keptTo = at + 1;
        return at > digits && at - digits <= MOST_DIGITS && bytes[at] == '"';
    }

    private boolean readKind(byte[] bytes) {
        int at = keptTo;
        kind = SheetRow.Kind.NUMBER;
        contentFrom = at;
        if (bytes[at] != ' ' || bytes[at + 1] != 't' || bytes[at + 2] != '=' || bytes[at + 3] != '"') {
            return true;
        }
        at += 4;
        kind = switch (bytes[at]) {
            case 's' -> bytes[at + 1] == '"' ? SheetRow.Kind.SHARED_STRING : SheetRow.Kind.FORMULA_STRING;
            case 'i' -> SheetRow.Kind.INLINE_STRING;
            case 'b' -> SheetRow.Kind.BOOLEAN;
            case 'e' -> SheetRow.Kind.ERROR;
            case 'd' -> SheetRow.Kind.DATE;
            default -> SheetRow.Kind.NUMBER;
        };
        contentFrom = at + kind.code.length() + 1;
        return isCode(bytes, at, kind.code) && bytes[contentFrom - 1] == '"';
    }

    private static boolean isCode(byte[] bytes, int from, String code) {
        for (int i = 0; i < code.length(); i++) {
            if (bytes[from + i] != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean readContent(byte[] bytes) {
        int at = contentFrom;
        valueFrom = 0;
        if (bytes[at] == '/') {
            contentFrom = at + 2;
            contentTo = at + 2;
            to = at + 2;
            return bytes[at + 1] == '>';
        }
        contentFrom = ++at;
        if (bytes[at - 1] != '>' || bytes[at] != '<') {
            return false;
        }
        if (bytes[at + 1] == '/') {
            contentTo = at;
        } else if (kind == SheetRow.Kind.INLINE_STRING) {
            if (bytes[at + 1] != 'i'
                    || bytes[at + 2] != 's'
                    || bytes[at + 3] != '>'
                    || bytes[at + 4] != '<'
                    || bytes[at + 5] != 't'
                    || bytes[at + 6] != '>') {
                return false;
            }
            at = literalTo(bytes, at + TEXT);
            contentTo = at + TEXT_END;
            if (bytes[at] != '<'
                    || bytes[at + 1] != '/'
                    || bytes[at + 2] != 't'
                    || bytes[at + 3] != '>'
                    || bytes[at + 4] != '<'
                    || bytes[at + 5] != '/'
                    || bytes[at + 6] != 'i'
                    || bytes[at + 7] != 's'
                    || bytes[at + 8] != '>') {
                return false;
            }
        } else {
            if (bytes[at + 1] != 'v' || bytes[at + 2] != '>') {
                return false;
            }
            valueFrom = at + VALUE;
            at = literalTo(bytes, valueFrom);
            contentTo = at + VALUE_END;
            if (bytes[at] != '<' || bytes[at + 1] != '/' || bytes[at + 2] != 'v' || bytes[at + 3] != '>') {
                return false;
            }
        }
        at = contentTo;
        to = at + 4;
        return bytes[at] == '<' && bytes[at + 1] == '/' && bytes[at + 2] == 'c' && bytes[at + 3] == '>';
    }

    private static int literalTo(byte[] bytes, int from) {
        int at = from;
        while (LITERAL[bytes[at] & 0xFF]) {
            at++;
        }
        // Rejects longer text: no tag follows at this offset.
        return at - from <= LONGEST ? at : from;
    }

    /**
     * Moves to the characters of a plain cell.
     *
     * @param array the bytes
     * @param contentFrom the end of the cell's start tag
     * @param contentTo the start of the cell's end tag
     * @param inline whether they are inline text, not a value
     * @param text moved to the raw characters; empty if the cell is empty
     */
    static void moveTo(byte[] array, int contentFrom, int contentTo, boolean inline, FieldText text) {
        boolean empty = contentFrom == contentTo;
        text.set(
                array,
                empty ? contentFrom : contentFrom + (inline ? TEXT : VALUE),
                empty ? contentFrom : contentTo - (inline ? TEXT_END : VALUE_END));
    }
}
