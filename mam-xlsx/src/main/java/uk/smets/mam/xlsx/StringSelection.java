package uk.smets.mam.xlsx;

import java.util.BitSet;

/** Which of the shared strings of a workbook are wanted, in a bit for each, and which of those that are wanted a string is. */
final class StringSelection {
    private final long[] words;
    private final int[] before;

    StringSelection(BitSet indexes) {
        words = indexes.toLongArray();
        before = new int[words.length];
        for (int word = 1; word < words.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
        }
    }

    /** The highest index that is wanted, or -1 where none is. */
    int last() {
        return words.length == 0
                ? -1
                : words.length * Long.SIZE - 1 - Long.numberOfLeadingZeros(words[words.length - 1]);
    }

    boolean contains(int index) {
        int word = index / Long.SIZE;
        return word < words.length && (words[word] & 1L << index) != 0;
    }

    /** How many are wanted of those before one. */
    int place(int index) {
        int word = index / Long.SIZE;
        return before[word] + Long.bitCount(words[word] & (1L << index) - 1);
    }
}
