package uk.smets.mam.csv.internal.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Converts a stream of UTF-16 to UTF-8, so that all other problems of the file are found too. */
public final class Utf16Input extends InputStream {
    private final Reader characters;
    private final char[] chunk = new char[8 * 1024];
    private byte[] bytes = new byte[0];
    private int at;
    private int held;

    public Utf16Input(ByteOrderMark mark) {
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(mark.head()), mark.rest());
        characters = new InputStreamReader(all, mark.charset().orElse(StandardCharsets.UTF_16));
    }

    /** Creates an input of known encoding. */
    public Utf16Input(InputStream all, Charset charset) {
        characters = new InputStreamReader(all, charset);
    }

    /**
     * Returns the encoding of a text by its first bytes, or empty if it is not UTF-16 without a byte order mark: every other byte of its
     * ASCII characters is zero, and no other text contains zeros.
     */
    public static Optional<Charset> detect(byte[] start) {
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

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == bytes.length) {
            int read = characters.read(chunk, held, chunk.length - held);
            if (read < 0 && held == 0) {
                return -1;
            }
            int size = held + Math.max(read, 0);
            // The first half of a surrogate pair is held until the second is read.
            held = read > 0 && Character.isHighSurrogate(chunk[size - 1]) ? 1 : 0;
            bytes = new String(chunk, 0, size - held).getBytes(StandardCharsets.UTF_8);
            chunk[0] = held > 0 ? chunk[size - 1] : chunk[0];
            at = 0;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
