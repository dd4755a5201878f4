package uk.smets.mam.csv.internal.lenient;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of text, in order. */
@FunctionalInterface
public interface Lines {
    /**
     * A line, without its line end.
     *
     * @param number its number, from 1
     * @param text its text; empty if it is endless
     * @param isEndless whether it is longer than the longest valid row, and not kept
     */
    record Line(long number, String text, boolean isEndless) {}

    /** Returns the next line, or null after the last. */
    @Nullable
    Line next() throws IOException;
}
