package uk.smets.mam.model.internal.field;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * The bytes of one field, without its quotes. One object is reused from field to field, so that a String is created
 * only if it is needed.
 */
public final class FieldText {
    /** The most likely encoding of bytes above 0x7F that are not UTF-8: Windows in western Europe. */
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
     * @param end the position after the last
     */
    public void set(byte[] array, int start, int end) {
        bytes = array;
        from = start;
        to = end;
    }

    /**
     * Removes bytes at the end.
     *
     * @param count the number of bytes
     */
    public void shorten(int count) {
        to -= count;
    }

    /** {@return the number of bytes} */
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
     * Returns a number in decimal digits.
     *
     * @param start the first
     * @param end the position after the last, at most 18 later
     * @return the number, or -1 if a byte is not an ASCII digit
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

    /** {@return whether all bytes are spaces} */
    public boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether the bytes are equal to others.
     *
     * @param other the other bytes
     * @return true if they are equal
     */
    public boolean isSameAs(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    /** {@return a hash of the length and the last bytes, which is as good as any other for Serial Numbers} */
    public int hash() {
        int hash = to - from;
        for (int i = Math.max(from, to - HASHED); i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    /** {@return a copy of the bytes} */
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /**
     * Copies the bytes.
     *
     * @param target receives them
     * @param at the position of the first
     */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /**
     * Adds the bytes to a checksum.
     *
     * @param checksum the checksum
     */
    public void addTo(Checksum checksum) {
        checksum.update(bytes, from, to - from);
    }

    /**
     * Returns the text, decoded as ASCII if possible, otherwise as UTF-8, otherwise as Windows-1252, in which every
     * byte is valid.
     */
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

    /** Decodes as Windows-1252. Undefined bytes become the code point of their value, so that messages can name it. */
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
