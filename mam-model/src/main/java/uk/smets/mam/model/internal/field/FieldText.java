package uk.smets.mam.model.internal.field;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one field, without its quotes. One object is moved from field to field, so that a field that need not
 * become a String never does.
 */
public final class FieldText {
    /** The likeliest encoding of bytes above 0x7F that are no UTF-8: Windows of western Europe. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private static final int HASHED = 8;

    private static final char UNKNOWN = '\uFFFD';

    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /**
     * Moves to a field.
     *
     * @param array the bytes
     * @param start the first
     * @param end behind the last
     */
    public void set(byte[] array, int start, int end) {
        bytes = array;
        from = start;
        to = end;
    }

    /**
     * Leaves bytes at the end out.
     *
     * @param count how many, at most all
     */
    public void shorten(int count) {
        to -= count;
    }

    /** {@return how many bytes it has} */
    public int length() {
        return to - from;
    }

    /**
     * Returns a byte.
     *
     * @param index from 0
     * @return the byte
     */
    public byte at(int index) {
        return bytes[from + index];
    }

    /** {@return whether every byte is an ASCII digit} */
    public boolean isDigits() {
        return digits(0, length()) >= 0 || length() > 18 && allDigits();
    }

    private boolean allDigits() {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the number that some of its bytes spell.
     *
     * @param start the first
     * @param end behind the last, at most 18 further on
     * @return the number, or -1 unless each is an ASCII digit
     */
    public long digits(int start, int end) {
        if (end - start > 18) {
            return -1;
        }
        long number = 0;
        for (int i = from + start; i < from + end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** {@return whether every byte is a printable ASCII character} */
    public boolean isPrintableAscii() {
        for (int i = from; i < to; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return false;
            }
        }
        return true;
    }

    /** {@return whether it starts or ends with a space} */
    public boolean isPadded() {
        return from < to && (bytes[from] == ' ' || bytes[to - 1] == ' ');
    }

    /** {@return whether it is spaces and nothing else} */
    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the bytes are those of another text.
     *
     * @param other the other text
     * @return true if they are
     */
    public boolean isSameAs(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    /** {@return a hash of the length and the last bytes, in which Serial Numbers differ as well as in any others} */
    public int hash() {
        int hash = to - from;
        for (int i = Math.max(from, to - HASHED); i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** {@return the bytes, to be kept} */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /**
     * Copies the bytes.
     *
     * @param target takes them
     * @param at where the first goes
     */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** The text: as ASCII where it is that, else as UTF-8, else as Windows-1252, which every byte has a meaning in. */
    @Override
    public String toString() {
        if (isPrintableAscii()) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return windowsText();
        }
    }

    /** A byte that Windows-1252 has no character for stands for the code point of its number, so that it can be named. */
    private String windowsText() {
        char[] characters = new String(bytes, from, to - from, FALLBACK).toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == UNKNOWN) {
                characters[i] = (char) (bytes[from + i] & 0xFF);
            }
        }
        return new String(characters);
    }
}
