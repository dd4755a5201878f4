package uk.smets.mam.csv.internal.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells UTF-16 that has no byte order mark: of its ASCII characters every other byte is zero, and no other text has zeros. */
public final class UnmarkedUtf16 {
    private UnmarkedUtf16() {}

    /** The encoding of a text, by its first bytes; empty where they are not of UTF-16. */
    public static Optional<Charset> of(byte[] start) {
        int pairs = start.length / 2;
        int zeroFirst = 0;
        int zeroSecond = 0;
        for (int i = 0; i < pairs; i++) {
            zeroFirst += start[2 * i] == 0 ? 1 : 0;
            zeroSecond += start[2 * i + 1] == 0 ? 1 : 0;
        }
        // Not all characters need be ASCII: digits may be full-width, and a few zeros stand in other characters.
        if (zeroSecond > pairs / 4 && zeroSecond > 4 * zeroFirst) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeroFirst > pairs / 4 && zeroFirst > 4 * zeroSecond
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }
}
