package uk.smets.mam.csv;

import java.util.Arrays;

/**
 * Where each meter point was first seen. An open-addressing table of plain arrays: 12 bytes an entry, so that the
 * duplicates of a million rows are found in a small heap.
 */
final class MeterPointIndex {
    private static final long EMPTY = -1;

    private long[] numbers = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    MeterPointIndex() {
        Arrays.fill(numbers, EMPTY);
    }

    /**
     * Looks a meter point up, and notes it where it is new.
     *
     * @param number the meter point, not negative
     * @param line where it is now
     * @return the line where it was first, or 0 where it is new
     */
    int firstLine(long number, int line) {
        int slot = slot(numbers, number);
        if (numbers[slot] == number) {
            return lines[slot];
        }
        numbers[slot] = number;
        lines[slot] = line;
        if (++size > numbers.length / 3 * 2) {
            grow();
        }
        return 0;
    }

    private static int slot(long[] numbers, long number) {
        int mask = numbers.length - 1;
        long hash = number * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash >>> 32) & mask;
        while (numbers[slot] != number && numbers[slot] != EMPTY) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] moreNumbers = new long[numbers.length * 2];
        int[] moreLines = new int[numbers.length * 2];
        Arrays.fill(moreNumbers, EMPTY);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != EMPTY) {
                int slot = slot(moreNumbers, numbers[i]);
                moreNumbers[slot] = numbers[i];
                moreLines[slot] = lines[i];
            }
        }
        numbers = moreNumbers;
        lines = moreLines;
    }
}
