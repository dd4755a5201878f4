package uk.smets.mam.xlsx.internal.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.primitive.CellReference;

/**
 * Reads cells of the form that every spreadsheet program writes, {@code <c r="F12" s="3" t="s"><v>45</v></c>}, and those of plain inline
 * texts, in one go over their bytes. Nearly all cells are of it, and so this is most of the time that a sheet takes; all others are left
 * to the general way.
 */
public final class PlainCell {
    private static final byte[] START = ascii("<c r=\"");
    private static final byte[] STYLE = ascii(" s=\"");
    private static final byte[] TYPE = ascii(" t=\"");
    private static final byte[] VALUE = ascii("<v>");
    private static final byte[] VALUE_END = ascii("</v></c>");
    private static final byte[] END = ascii("</c>");
    private static final byte[] TEXT = ascii("<is><t>");
    private static final byte[] TEXT_END = ascii("</t></is></c>");
    private static final boolean[] LITERAL = literal();
    /** The longest text of a cell; what is longer may be cut. */
    private static final int LONGEST = 32_767;

    private static final int NO_VALUE = -1;
    private static final SheetRow.Kind[] KINDS = SheetRow.Kind.values();

    private byte[] bytes = {};
    private int at;
    private int end;
    private int column;
    private int style;
    private int valueFrom;
    private int contentFrom;
    private int contentTo;
    private SheetRow.Kind kind = SheetRow.Kind.NUMBER;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the cell that starts at a place.
     *
     * @param array the bytes
     * @param from the cell's {@code <}
     * @param to behind the last byte that is there
     * @param row the digits of the row's number
     * @return whether it is of the plain form; if so, the other methods tell of it
     */
    boolean read(byte[] array, int from, int to, byte[] row) {
        bytes = array;
        at = from;
        end = to;
        return take(START) && takeReference(row) && takeStyle() && takeKind() && takeContent();
    }

    private boolean take(byte[] text) {
        if (end - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        at += text.length;
        return true;
    }

    private boolean take(char character) {
        if (at < end && bytes[at] == character) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takeReference(byte[] row) {
        column = 0;
        while (at < end && bytes[at] >= 'A' && bytes[at] <= 'Z' && column <= CellReference.MAX_COLUMN) {
            column = column * 26 + bytes[at++] - 'A' + 1;
        }
        return column >= 1 && column <= CellReference.MAX_COLUMN && take(row) && take('"');
    }

    private boolean takeStyle() {
        style = -1;
        if (!take(STYLE)) {
            return true;
        }
        style = 0;
        int digits = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            style = style * 10 + bytes[at++] - '0';
        }
        return at > digits && at - digits < 10 && take('"');
    }

    private boolean takeKind() {
        kind = SheetRow.Kind.NUMBER;
        if (!take(TYPE)) {
            return true;
        }
        int from = at;
        while (at < end && bytes[at] != '"') {
            at++;
        }
        for (SheetRow.Kind candidate : KINDS) {
            if (candidate.isCode(bytes, from, at)) {
                kind = candidate;
                return take('"');
            }
        }
        return false;
    }

    private boolean takeContent() {
        valueFrom = NO_VALUE;
        if (take('/')) {
            contentFrom = at + 1;
            contentTo = at + 1;
            return take('>');
        }
        if (!take('>')) {
            return false;
        }
        contentFrom = at;
        contentTo = at;
        if (take(END)) {
            return true;
        }
        if (kind == SheetRow.Kind.INLINE_STRING) {
            return take(TEXT) && takeTo(TEXT_END);
        }
        valueFrom = at + VALUE.length;
        return take(VALUE) && takeTo(VALUE_END);
    }

    /** Takes literal characters, and what follows them. */
    private boolean takeTo(byte[] behind) {
        int from = at;
        while (at < end && LITERAL[bytes[at] & 0xFF]) {
            at++;
        }
        contentTo = at + behind.length - END.length;
        return at - from <= LONGEST && take(behind);
    }

    /** The printable ASCII characters that no parser converts: no references, and no escapes such as {@code _x000D_}. */
    private static boolean[] literal() {
        boolean[] literal = new boolean[256];
        Arrays.fill(literal, ' ', '~' + 1, true);
        for (char other : new char[] {'&', '<', '>', '_'}) {
            literal[other] = false;
        }
        return literal;
    }

    /**
     * Moves to the characters of a cell that is known to be of the plain form.
     *
     * @param array the bytes
     * @param contentFrom behind the cell's start tag
     * @param contentTo the cell's end tag
     * @param inline whether they are an inline text, and not a value
     * @param text moved to them as they are written; of no length where the cell is empty
     */
    static void moveTo(byte[] array, int contentFrom, int contentTo, boolean inline, FieldText text) {
        int before = inline ? TEXT.length : VALUE.length;
        int behind = (inline ? TEXT_END.length : VALUE_END.length) - END.length;
        boolean empty = contentFrom == contentTo;
        text.set(array, empty ? contentFrom : contentFrom + before, empty ? contentFrom : contentTo - behind);
    }

    int column() {
        return column;
    }

    int style() {
        return style;
    }

    SheetRow.Kind kind() {
        return kind;
    }

    boolean hasValue() {
        return valueFrom != NO_VALUE;
    }

    /** Behind the start tag of the value. */
    int valueFrom() {
        return valueFrom;
    }

    int contentFrom() {
        return contentFrom;
    }

    int contentTo() {
        return contentTo;
    }

    /** Behind the cell. */
    int to() {
        return at;
    }
}
