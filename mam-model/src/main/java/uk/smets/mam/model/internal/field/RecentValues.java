package uk.smets.mam.model.internal.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the most recent values of a column. A file repeats few certificates in many rows, and parsing their
 * numbers would otherwise be most of the work of reading a row.
 *
 * <p>Each text has one slot, which is overwritten by the next text for that slot, so that memory is bounded.
 *
 * @param <T> the type of the values
 */
public final class RecentValues<T> {
    private static final int PLACES = 256;
    private static final int LONGEST = 64;
    private static final byte[] NO_TEXT = {};

    private final byte[][] texts = new byte[PLACES][];
    private final List<@Nullable T> values = new ArrayList<@Nullable T>(Collections.nCopies(PLACES, null));

    /** Creates an empty cache. */
    public RecentValues() {
        Arrays.fill(texts, NO_TEXT);
    }

    /**
     * Returns the value of a text, if it is in the cache.
     *
     * @param text the text
     * @return its value, or null
     */
    public @Nullable T find(FieldText text) {
        if (text.length() == 0 || text.length() > LONGEST) {
            return null;
        }
        int place = place(text);
        return text.isSameAs(texts[place]) ? values.get(place) : null;
    }

    /**
     * Adds the value of a valid text.
     *
     * @param text the text
     * @param value its value
     */
    public void remember(FieldText text, T value) {
        if (text.length() <= LONGEST) {
            int place = place(text);
            texts[place] = text.copy();
            values.set(place, value);
        }
    }

    private static int place(FieldText text) {
        int hash = text.hash();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
