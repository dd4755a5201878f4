package uk.smets.mam.csv.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The optional byte order mark at the start of a stream. It is an error (clause 7.1), but the rest is still read. */
public final class ByteOrderMark {
    private final @Nullable Charset charset;
    private final byte[] head;
    private final InputStream rest;

    private ByteOrderMark(@Nullable Charset charset, byte[] head, InputStream rest) {
        this.charset = charset;
        this.head = head;
        this.rest = rest;
    }

    /** Reads the first bytes of a stream. */
    public static ByteOrderMark of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(3);
        if (head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return new ByteOrderMark(StandardCharsets.UTF_8, new byte[0], in);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return new ByteOrderMark(StandardCharsets.UTF_16BE, Arrays.copyOfRange(head, 2, head.length), in);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return new ByteOrderMark(StandardCharsets.UTF_16LE, Arrays.copyOfRange(head, 2, head.length), in);
        }
        return new ByteOrderMark(null, head, in);
    }

    public boolean isUtf16() {
        return charset != null && !charset.equals(StandardCharsets.UTF_8);
    }

    /** Returns the encoding that the mark indicates, or empty if there is no mark. */
    public Optional<Charset> charset() {
        return Optional.ofNullable(charset);
    }

    /** Returns the bytes that were read and are not part of a mark. */
    public byte[] head() {
        return head;
    }

    /** Returns the bytes after {@link #head()}. */
    public InputStream rest() {
        return rest;
    }
}
