package uk.smets.mam.model.internal.primitive;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The first place of each meter point: an open-addressing hash table of primitive arrays. A place takes 12 bytes, or
 * 16 for several documents, so that duplicates in a million rows are found with a small heap.
 */
public final class MeterPointIndex {
    private static final long EMPTY = -1;

    /** With this size, the table is almost as full as allowed for 1,000, 10,000, 100,000 and a million meter points. */
    private static final int FIRST_PLACES = 1_536;

    private static final int[] ONE_DOCUMENT = {};

    /**
     * Up to this size the table grows in large steps, because each rehashes all entries; larger tables grow slowly to
     * save memory.
     */
    private static final int MANY_PLACES = 100 * FIRST_PLACES;

    /**
     * Odd, and random for each index, so that the author of a file cannot cause collisions, with which 300,000 valid
     * rows could take minutes.
     */
    private final long seed = ThreadLocalRandom.current().nextLong() | 1;

    private final long second = ThreadLocalRandom.current().nextLong() | 1;
    private long[] numbers = new long[FIRST_PLACES];
    private int[] lines = new int[FIRST_PLACES];
    private int[] documents;
    private int size;

    /**
     * Creates an empty index.
     *
     * @param ofSeveral whether it distinguishes several documents
     */
    public MeterPointIndex(boolean ofSeveral) {
        documents = ofSeveral ? new int[FIRST_PLACES] : ONE_DOCUMENT;
        Arrays.fill(numbers, EMPTY);
    }

    /**
     * Looks up a meter point, and adds it if it is new.
     *
     * @param number the meter point, not negative
     * @param document the number of its document, 0 if there is only one
     * @param line its line
     * @return its first place, with the document in the upper and the line in the lower 32 bits, or 0 if it is new
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
     * Looks up a meter point.
     *
     * @param number the meter point, not negative
     * @return its first line, or 0 if it is not in the index
     */
    public int find(long number) {
        int slot = slot(numbers, number);
        return numbers[slot] == number ? lines[slot] : 0;
    }

    /**
     * Removes a meter point.
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
        // Entries after it may be there only because its slot was taken: each is inserted again.
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
        // A single multiplication would preserve the distances of an arithmetic progression for any seed.
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
        int places = morePlaces(numbers.length);
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

    /** Returns the next size: tenfold, or for a large table in three steps, 1, 2, 5 and 10. */
    private static int morePlaces(int places) {
        if (places < MANY_PLACES) {
            return 10 * places;
        }
        int step = places / MANY_PLACES;
        while (step % 10 == 0) {
            step /= 10;
        }
        return step == 2 ? places / 2 * 5 : 2 * places;
    }
}
