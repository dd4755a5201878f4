package uk.smets.mam.csv.internal.scan;

/** Classifies bytes for the scanner. */
public final class ByteClass {
    static final byte PLAIN = 0;
    static final byte COMMA = 1;
    static final byte QUOTE = 2;
    static final byte LINE_FEED = 3;
    /** A control character or a byte outside ASCII: the record is scanned again by {@link IrregularRecord}. */
    static final byte IRREGULAR = 4;

    private static final byte[] CLASSES = new byte[256];

    static {
        for (int b = 0; b < CLASSES.length; b++) {
            CLASSES[b] = b >= ' ' && b <= '~' ? PLAIN : IRREGULAR;
        }
        CLASSES[','] = COMMA;
        CLASSES['"'] = QUOTE;
        CLASSES['\n'] = LINE_FEED;
    }

    private ByteClass() {}

    static byte of(byte b) {
        return CLASSES[b & 0xFF];
    }
}
