package uk.smets.mam.xlsx.internal.workbook;

import java.util.BitSet;
import java.util.function.Predicate;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/**
 * Which of the texts that the cells of a workbook share are held. Those that rules or answers look at are; of the others, such as Device IDs
 * and serial numbers, only those with anything wrong: that the rest is sound is all that anybody needs to know of it.
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
     * @param isDeviceId whether a text is a Device ID with nothing wrong
     * @param isFreeText whether a text is one of a field for any text, with nothing wrong
     */
    public StringSelection(Predicate<FieldText> isDeviceId, Predicate<FieldText> isFreeText) {
        this.isDeviceId = isDeviceId;
        this.isFreeText = isFreeText;
    }

    /** Notes that a field holds a text that is looked at. */
    public void keep(int index) {
        kept.set(index);
    }

    /** Notes that a field holds a text that is not known. */
    public void keepAll() {
        all = true;
    }

    /** Notes that a field for a Device ID holds a text. */
    public void deviceId(int index) {
        deviceIds.set(index);
    }

    /** Notes that a field for any text holds a text. */
    public void freeText(int index) {
        freeTexts.set(index);
    }

    /** Returns whether a text has to be read: it is held, or it is looked at to see whether it is sound. */
    boolean wants(int index) {
        return all || kept.get(index) || deviceIds.get(index) || freeTexts.get(index);
    }

    /** Looks at a text that is wanted; returns whether it is held. */
    boolean keeps(int index, Utf8Text value) {
        value.moveTo(text);
        if (all || deviceIds.get(index) && !isDeviceId.test(text) || freeTexts.get(index) && !isFreeText.test(text)) {
            kept.set(index);
        }
        return kept.get(index);
    }

    /** Notes that all texts have been read: from now on only {@link #isKept}, {@link #isSound} and {@link #place} are asked. */
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

    /** Returns whether a text is not held because there is nothing wrong with it and no caller looks at it. */
    boolean isSound(int index) {
        return sound.get(index);
    }

    /** Returns how many are held of those before one that is. */
    int place(int index) {
        int word = index / Long.SIZE;
        return before[word] + Long.bitCount(words[word] & (1L << index) - 1);
    }
}
