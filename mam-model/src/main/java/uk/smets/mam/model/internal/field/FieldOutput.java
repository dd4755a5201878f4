package uk.smets.mam.model.internal.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that fields are written to. */
public final class FieldOutput {
    private byte[] bytes;
    private int size;

    /**
     * Creates an empty output.
     *
     * @param capacity the number of bytes before it grows
     */
    public FieldOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** {@return the bytes, of which only the first {@link #size()} are valid} */
    public byte[] array() {
        return bytes;
    }

    /** {@return the number of bytes that were written} */
    public int size() {
        return size;
    }

    /**
     * Removes what was written after a position.
     *
     * @param newSize the position
     */
    public void truncate(int newSize) {
        size = newSize;
    }

    /**
     * Writes a byte.
     *
     * @param b the byte
     */
    public void put(char b) {
        ensure(1);
        bytes[size++] = (byte) b;
    }

    /**
     * Writes bytes.
     *
     * @param from the array
     * @param start the first
     * @param length the number of bytes
     */
    public void put(byte[] from, int start, int length) {
        ensure(length);
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    /**
     * Writes ASCII text.
     *
     * @param text the text
     */
    public void put(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        put(ascii, 0, ascii.length);
    }

    /**
     * Writes any text, as UTF-8.
     *
     * @param text the text
     */
    public void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put(utf8, 0, utf8.length);
    }

    /**
     * Writes a number in decimal digits.
     *
     * @param number not negative
     * @param length the number of digits, with leading zeros
     */
    public void putDigits(long number, int length) {
        ensure(length);
        long rest = number;
        for (int i = size + length - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    /**
     * Quotes what was written after a position if RFC 4180 requires it, that is, if it contains a comma or a quote.
     *
     * @param start the position
     */
    public void quoteFrom(int start) {
        int quotes = 0;
        boolean needed = false;
        for (int i = start; i < size; i++) {
            if (bytes[i] == '"') {
                quotes++;
            }
            needed |= bytes[i] == ',' || bytes[i] == '"';
        }
        if (!needed) {
            return;
        }
        ensure(quotes + 2);
        int to = size + quotes + 1;
        int end = to + 1;
        bytes[to--] = '"';
        for (int i = size - 1; i >= start; i--) {
            bytes[to--] = bytes[i];
            if (bytes[i] == '"') {
                bytes[to--] = '"';
            }
        }
        bytes[start] = '"';
        size = end;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
