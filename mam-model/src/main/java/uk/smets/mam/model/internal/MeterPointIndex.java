package uk.smets.mam.model.internal;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each meter point was first seen. An open-addressing table of plain arrays: 12 bytes an entry, so that the
 * duplicates of a million rows are found in a small heap.
 */
final class MeterPointIndex {
    private static final long EMPTY = -1;

    private static final int FIRST_PLACES = 1 << 12;

    /** Up to here a table grows in great steps, as every one puts all its entries anew; beyond, memory counts. */
    private static final int MANY_PLACES = 1 << 18;

    /**
     * Odd, and other ones in each index: which numbers share a place must not be known to who writes a file, or 300,000 sound rows
     * could take minutes.
     */
    private final long seed = ThreadLocalRandom.current().nextLong() | 1;

    private final long second = ThreadLocalRandom.current().nextLong() | 1;
    private long[] numbers = new long[FIRST_PLACES];
    private int[] lines = new int[FIRST_PLACES];
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

    private int slot(long[] numbers, long number) {
        int mask = numbers.length - 1;
        // One multiplication alone keeps the distances of an arithmetic progression, whatever the seed.
        long hash = number * seed;
        hash = (hash ^ hash >>> 32) * second;
        int slot = (int) (hash >>> 32) & mask;
        while (numbers[slot] != number && numbers[slot] != EMPTY) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int places = numbers.length * (numbers.length < MANY_PLACES ? 8 : 2);
        long[] moreNumbers = new long[places];
        int[] moreLines = new int[places];
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
