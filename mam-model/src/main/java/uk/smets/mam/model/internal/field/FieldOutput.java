package uk.smets.mam.model.internal.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that fields are written into. */
public final class FieldOutput {
    private byte[] bytes;
    private int size;

    /**
     * Creates an empty one.
     *
     * @param capacity how many bytes it holds before it grows
     */
    public FieldOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** {@return the bytes; only the first {@link #size()} count} */
    public byte[] array() {
        return bytes;
    }

    /** {@return how many bytes were written} */
    public int size() {
        return size;
    }

    /**
     * Forgets what was written from a point on.
     *
     * @param newSize the point
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
     * @param length how many
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
     * @param length how many digits, filled with zeros in front
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
     * Quotes what was written from a point on, where RFC 4180 needs it: where it holds a comma or a quote.
     *
     * @param start the point
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
