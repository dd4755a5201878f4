package uk.smets.mam.xlsx.internal.workbook;

import java.util.BitSet;
import java.util.function.Predicate;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/**
 * Selects the shared strings of a workbook that are kept: those that rules or answers need and, of the others, such as Device IDs and
 * serial numbers, only those with errors. Of the rest, only the fact that they are valid is kept.
 */
public final class StringSelection {
    private BitSet kept = new BitSet();
    private BitSet deviceIds = new BitSet();
    private BitSet freeTexts = new BitSet();
    private final Predicate<FieldText> isDeviceId;
    private final Predicate<FieldText> isFreeText;
    private final FieldText text = new FieldText();
    private boolean all;
    private BitSet sound = new BitSet();
    private long[] words = {};
    private int[] before = {};

    /**
     * Starts a selection.
     *
     * @param isDeviceId whether a text is a valid Device ID
     * @param isFreeText whether a text is valid in a free-text field
     */
    public StringSelection(Predicate<FieldText> isDeviceId, Predicate<FieldText> isFreeText) {
        this.isDeviceId = isDeviceId;
        this.isFreeText = isFreeText;
    }

    /** Records that a text is needed. */
    public void keep(int index) {
        kept.set(index);
    }

    /** Records that an unknown text is needed, so all texts are kept. */
    public void keepAll() {
        all = true;
    }

    /** Records that a text is in a field for a Device ID. */
    public void deviceId(int index) {
        deviceIds.set(index);
    }

    /** Records that a text is in a free-text field. */
    public void freeText(int index) {
        freeTexts.set(index);
    }

    /** Returns whether a text must be read, to keep it or to check it. */
    boolean wants(int index) {
        return all || kept.get(index) || deviceIds.get(index) || freeTexts.get(index);
    }

    /** Checks a text that must be read, and returns whether it is kept. */
    boolean keeps(int index, Utf8Text value) {
        value.moveTo(text);
        if (all || deviceIds.get(index) && !isDeviceId.test(text) || freeTexts.get(index) && !isFreeText.test(text)) {
            kept.set(index);
        }
        return kept.get(index);
    }

    /** Ends the selection after all texts have been read; only {@link #isKept}, {@link #isSound} and {@link #place} may be called now. */
    void finish() {
        words = kept.toLongArray();
        deviceIds.or(freeTexts);
        deviceIds.andNot(kept);
        sound = BitSet.valueOf(deviceIds.toLongArray());
        kept = new BitSet();
        deviceIds = new BitSet();
        freeTexts = new BitSet();
        before = new int[words.length];
        for (int word = 1; word < words.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
        }
    }

    boolean isKept(int index) {
        int word = index / Long.SIZE;
        return word < words.length && (words[word] & 1L << index) != 0;
    }

    /** Returns whether a text was not kept because it has no errors and no caller needs it. */
    boolean isSound(int index) {
        return sound.get(index);
    }

    /** Returns the number of kept texts before a kept text. */
    int place(int index) {
        int word = index / Long.SIZE;
        return before[word] + Long.bitCount(words[word] & (1L << index) - 1);
    }
}
