package uk.smets.mam.csv.internal.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Detects UTF-16 without a byte order mark: every other byte of its ASCII characters is zero, and no other text contains zeros. */
public final class UnmarkedUtf16 {
    private UnmarkedUtf16() {}

    /** Returns the encoding of a text by its first bytes, or empty if it is not UTF-16. */
    public static Optional<Charset> of(byte[] start) {
        int pairs = start.length / 2;
        int zeroFirst = 0;
        int zeroSecond = 0;
        for (int i = 0; i < pairs; i++) {
            zeroFirst += start[2 * i] == 0 ? 1 : 0;
            zeroSecond += start[2 * i + 1] == 0 ? 1 : 0;
        }
        // Not all characters need be ASCII: digits may be full-width, and other characters contain a few zeros.
        if (zeroSecond > pairs / 4 && zeroSecond > 4 * zeroFirst) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeroFirst > pairs / 4 && zeroFirst > 4 * zeroSecond
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }
}
