package uk.smets.mam.model.internal.primitive;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each meter point was first seen. An open-addressing table of plain arrays: 12 bytes an entry, so that the
 * duplicates of a million rows are found in a small heap; 16 where several documents are told apart.
 */
public final class MeterPointIndex {
    private static final long EMPTY = -1;

    /** Three times a power of two, so that 10,000 meter points, 100,000 and a million each leave a table half full or more. */
    private static final int FIRST_PLACES = 3 << 10;

    private static final int[] ONE_DOCUMENT = {};

    /** Up to here a table grows in great steps, as every one puts all its entries anew; beyond, memory counts. */
    private static final int MANY_PLACES = 3 << 16;

    /**
     * Odd, and other ones in each index: which numbers share a place must not be known to who writes a file, or 300,000 sound rows
     * could take minutes.
     */
    private final long seed = ThreadLocalRandom.current().nextLong() | 1;

    private final long second = ThreadLocalRandom.current().nextLong() | 1;
    private long[] numbers = new long[FIRST_PLACES];
    private int[] lines = new int[FIRST_PLACES];
    private int[] documents;
    private int size;

    /**
     * Creates an empty one.
     *
     * @param ofSeveral whether it is to tell several documents apart
     */
    public MeterPointIndex(boolean ofSeveral) {
        documents = ofSeveral ? new int[FIRST_PLACES] : ONE_DOCUMENT;
        Arrays.fill(numbers, EMPTY);
    }

    /**
     * Looks a meter point up, and notes it where it is new.
     *
     * @param number the meter point, not negative
     * @param document the number of the document that it is in now, 0 where there is one document
     * @param line where in it
     * @return where it was first, the document in the upper and the line in the lower 32 bits; or 0 if it is new
     */
    public long first(long number, int document, int line) {
        int slot = slot(numbers, number);
        if (numbers[slot] == number) {
            return (documents.length == 0 ? 0 : (long) documents[slot] << 32) | lines[slot];
        }
        numbers[slot] = number;
        lines[slot] = line;
        if (documents.length > 0) {
            documents[slot] = document;
        }
        if (++size > numbers.length / 3 * 2) {
            grow();
        }
        return 0;
    }

    /**
     * Looks a meter point up.
     *
     * @param number the meter point, not negative
     * @return the line where it was first, or 0 if it is not known
     */
    public int find(long number) {
        int slot = slot(numbers, number);
        return numbers[slot] == number ? lines[slot] : 0;
    }

    /**
     * Forgets a meter point, as if it had never been noted.
     *
     * @param number the meter point, not negative
     */
    public void forget(long number) {
        int gone = slot(numbers, number);
        if (numbers[gone] == EMPTY) {
            return;
        }
        numbers[gone] = EMPTY;
        size--;
        // Those behind it may be there only because its place was taken: each looks for its place anew.
        for (int i = next(gone); numbers[i] != EMPTY; i = next(i)) {
            long moved = numbers[i];
            numbers[i] = EMPTY;
            int slot = slot(numbers, moved);
            numbers[slot] = moved;
            lines[slot] = lines[i];
            if (documents.length > 0) {
                documents[slot] = documents[i];
            }
        }
    }

    private int next(int slot) {
        return slot + 1 == numbers.length ? 0 : slot + 1;
    }

    private int slot(long[] numbers, long number) {
        // One multiplication alone keeps the distances of an arithmetic progression, whatever the seed.
        long hash = number * seed;
        hash = (hash ^ hash >>> 32) * second;
        // The upper half of the hash as a fraction of the table, whose size is not a power of two.
        int slot = (int) ((hash >>> 32) * numbers.length >>> 32);
        while (numbers[slot] != number && numbers[slot] != EMPTY) {
            slot = slot + 1 == numbers.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void grow() {
        int places = numbers.length * (numbers.length < MANY_PLACES ? 8 : 2);
        long[] moreNumbers = new long[places];
        int[] moreLines = new int[places];
        int[] moreDocuments = documents.length == 0 ? ONE_DOCUMENT : new int[places];
        Arrays.fill(moreNumbers, EMPTY);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != EMPTY) {
                int slot = slot(moreNumbers, numbers[i]);
                moreNumbers[slot] = numbers[i];
                moreLines[slot] = lines[i];
                if (documents.length > 0) {
                    moreDocuments[slot] = documents[i];
                }
            }
        }
        numbers = moreNumbers;
        lines = moreLines;
        documents = moreDocuments;
    }
}
