package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.smets.mam.model.internal.field.FieldText;

/**
 * A text in UTF-8, built from the characters of XML events. A text longer than any field may be is cut just after that limit, so that the
 * excess length is still noticed.
 */
public final class Utf8Text {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** One more than the maximum of the options. */
    private static final int MOST = 64 * 1024 + 1;

    private byte[] bytes = new byte[256];
    private int length;
    private char highSurrogate;

    public void clear() {
        length = 0;
        highSurrogate = 0;
    }

    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void moveTo(FieldText text) {
        text.set(bytes, 0, length);
    }

    public void append(char[] characters, int start, int count) {
        ensure(count);
        int at = length;
        int i = start;
        int end = start + count;
        int room = MOST;
        byte[] to = bytes;
        while (i < end && characters[i] < 0x80 && at < room) {
            to[at++] = (byte) characters[i++];
        }
        length = at;
        for (; i < end && length < MOST; i++) {
            append(characters[i]);
        }
    }

    /** Sets the text to ASCII characters. */
    public void set(String ascii) {
        byte[] characters = ascii.getBytes(StandardCharsets.US_ASCII);
        set(characters, characters.length);
    }

    /** Sets the text to some bytes, which must be fewer than any field may have. */
    public void set(byte[] from, int count) {
        clear();
        ensure(count);
        System.arraycopy(from, 0, bytes, 0, count);
        length = count;
    }

    /** Sets the text to one that is no longer than the longest text of a cell. */
    public void set(FieldText text) {
        clear();
        ensure(text.length());
        text.copyTo(bytes, 0);
        length = text.length();
    }

    /** Returns whether the text consists of ASCII digits only. */
    public boolean isDigits() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Decodes escapes such as {@code _x000D_}, with which workbooks store characters that XML does not allow. */
    public void unescape() {
        for (int i = 0; i + 1 < length; i++) {
            if (bytes[i] == '_' && bytes[i + 1] == 'x') {
                byte[] plain = ESCAPED.matcher(toString())
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))))
                        .getBytes(StandardCharsets.UTF_8);
                System.arraycopy(plain, 0, bytes, 0, plain.length);
                length = plain.length;
                return;
            }
        }
    }

    private void ensure(int more) {
        int wanted = Math.min(length + 3 * more, MOST) + 4;
        if (bytes.length < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(wanted, Math.min(2 * bytes.length, MOST + 4)));
        }
    }

    private void append(char character) {
        ensure(1);
        if (character < 0x80) {
            bytes[length++] = (byte) character;
        } else if (character < 0x800) {
            bytes[length++] = (byte) (0xC0 | character >>> 6);
            bytes[length++] = (byte) (0x80 | character & 0x3F);
        } else if (Character.isHighSurrogate(character)) {
            highSurrogate = character;
        } else if (Character.isLowSurrogate(character)) {
            int codePoint = Character.toCodePoint(highSurrogate, character);
            bytes[length++] = (byte) (0xF0 | codePoint >>> 18);
            bytes[length++] = (byte) (0x80 | codePoint >>> 12 & 0x3F);
            bytes[length++] = (byte) (0x80 | codePoint >>> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
        } else {
            bytes[length++] = (byte) (0xE0 | character >>> 12);
            bytes[length++] = (byte) (0x80 | character >>> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | character & 0x3F);
        }
    }

    @Override
    public String toString() {
        return start(length);
    }

    /** Returns the text, cut to a maximum number of bytes. */
    public String start(int most) {
        return new String(bytes, 0, Math.min(length, most), StandardCharsets.UTF_8);
    }
}
