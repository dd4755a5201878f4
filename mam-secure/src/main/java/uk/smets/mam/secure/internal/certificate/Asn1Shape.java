package uk.smets.mam.secure.internal.certificate;

import java.util.Optional;

/**
 * Checks the outline of ASN.1 bytes (BER, X.690) before they are parsed: one value that fills them, whose nested values are within
 * their parents and not nested deeper than a limit. Recursive parsers have no such limit.
 */
public final class Asn1Shape {
    /** CMS signatures have a depth of about 15. */
    static final int MAX_DEPTH = 40;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1F;
    private static final int INDEFINITE = 0x80;

    private final byte[] bytes;
    private final int[] ends = new int[MAX_DEPTH + 1];
    private final boolean[] indefinite = new boolean[MAX_DEPTH + 1];
    private int depth;
    private int at;

    private Asn1Shape(byte[] bytes) {
        this.bytes = bytes;
        ends[0] = bytes.length;
    }

    /** Returns the problem with the outline, or empty if it is valid. */
    public static Optional<String> problemOf(byte[] bytes) {
        return new Asn1Shape(bytes).problem();
    }

    private Optional<String> problem() {
        do {
            if (!readValue()) {
                return Optional.of(
                        depth > MAX_DEPTH
                                ? "its values are nested more than " + MAX_DEPTH + " deep"
                                : "it is damaged or truncated at byte " + at);
            }
            while (depth > 0 && !indefinite[depth] && at == ends[depth]) {
                depth--;
            }
        } while (depth > 0);
        return at == bytes.length ? Optional.empty() : Optional.of("bytes follow its end, from byte " + at);
    }

    /** Skips a primitive value, enters a constructed one, or leaves one of indefinite length at its end marker. */
    private boolean readValue() {
        int end = ends[depth];
        if (indefinite[depth] && at + 1 < end && bytes[at] == 0 && bytes[at + 1] == 0) {
            at += 2;
            depth--;
            return true;
        }
        if (at >= end) {
            return false;
        }
        boolean constructed = (bytes[at] & CONSTRUCTED) != 0;
        if ((bytes[at++] & LONG_TAG) == LONG_TAG) {
            do {
                if (at >= end) {
                    return false;
                }
            } while ((bytes[at++] & 0x80) != 0);
        }
        if (at >= end) {
            return false;
        }
        if ((bytes[at] & 0xFF) == INDEFINITE) {
            at++;
            return constructed && enter(end, true);
        }
        long length = readLength(end);
        if (length < 0 || length > end - at) {
            return false;
        }
        if (constructed) {
            return enter(at + (int) length, false);
        }
        at += (int) length;
        return true;
    }

    private boolean enter(int end, boolean endsByZeros) {
        if (++depth > MAX_DEPTH) {
            return false;
        }
        ends[depth] = end;
        indefinite[depth] = endsByZeros;
        return true;
    }

    /** Returns the length, or -1 if it is invalid. */
    private long readLength(int end) {
        int first = bytes[at++] & 0xFF;
        if (first < INDEFINITE) {
            return first;
        }
        int octets = first - INDEFINITE;
        if (octets > Integer.BYTES || octets > end - at) {
            return -1;
        }
        long length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | (bytes[at++] & 0xFF);
        }
        return length;
    }
}
