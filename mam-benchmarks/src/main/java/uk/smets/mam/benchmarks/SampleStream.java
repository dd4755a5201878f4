package uk.smets.mam.benchmarks;

import java.io.InputStream;
import java.util.Objects;

/** Generates a sample while it is read. */
final class SampleStream extends InputStream {
    private final SampleRows rows;
    private final byte[] buffer = new byte[32 * 1024];
    private int from;
    private int to;

    SampleStream(SampleRows rows) {
        this.rows = rows;
        to = SampleRows.header(buffer);
    }

    @Override
    public int read() {
        return fill() ? buffer[from++] : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) {
        Objects.checkFromIndexSize(at, length, into.length);
        int read = 0;
        while (read < length && fill()) {
            int part = Math.min(length - read, to - from);
            System.arraycopy(buffer, from, into, at + read, part);
            from += part;
            read += part;
        }
        return read == 0 && length > 0 ? -1 : read;
    }

    /** Fills the buffer if it is empty. Returns false at the end of the sample. */
    private boolean fill() {
        if (from == to) {
            from = 0;
            to = 0;
            while (rows.hasNext() && to <= buffer.length - SampleRows.MAX_LINE) {
                to = rows.next(buffer, to);
            }
        }
        return from < to;
    }
}
