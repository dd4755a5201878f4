package uk.smets.mam.csv.internal.lenient;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of text, one after the other. */
@FunctionalInterface
public interface Lines {
    /**
     * A line, without its line end.
     *
     * @param number its number, from 1
     * @param text its text; empty where it is endless
     * @param isEndless whether it is longer than a row can be, and so was not kept
     */
    record Line(long number, String text, boolean isEndless) {}

    /** The next line, or null behind the last. */
    @Nullable
    Line next() throws IOException;
}
