package uk.smets.mam.xlsx.internal.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the shared strings that a column had lately, by their index: a string that was seen before need not be looked at
 * again. Each has one place, which the next one of that place takes, so that the memory that this needs is bounded.
 *
 * @param <T> the type of the values
 */
public final class SharedValues<T> {
    private static final int PLACES = 256;

    private final int[] indexes = new int[PLACES];
    private final List<@Nullable T> values = new ArrayList<@Nullable T>(Collections.nCopies(PLACES, null));

    SharedValues() {
        Arrays.fill(indexes, -1);
    }

    /** The value of a shared string, where it is known. */
    @Nullable
    T find(int index) {
        int place = index & PLACES - 1;
        return indexes[place] == index ? values.get(place) : null;
    }

    /** Notes the value of a shared string that has nothing wrong. */
    void remember(int index, T value) {
        int place = index & PLACES - 1;
        indexes[place] = index;
        values.set(place, value);
    }
}
