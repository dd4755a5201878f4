package uk.smets.mam.model.internal.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the texts that a column had lately. A file names few certificates again and again, not only in rows that
 * follow each other; reading their numbers anew would be most of the work of a row that has others than the one before.
 *
 * <p>A text has one place, which the next one of that place takes: the memory that this needs is bounded.
 *
 * @param <T> the type of the values
 */
public final class RecentValues<T> {
    private static final int PLACES = 256;
    private static final int LONGEST = 64;
    private static final byte[] NO_TEXT = {};

    private final byte[][] texts = new byte[PLACES][];
    private final List<@Nullable T> values = new ArrayList<@Nullable T>(Collections.nCopies(PLACES, null));

    /** Makes one that remembers nothing. */
    public RecentValues() {
        Arrays.fill(texts, NO_TEXT);
    }

    /**
     * Returns the value of a text, where it is known.
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
     * Notes the value of a text that has nothing wrong.
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
