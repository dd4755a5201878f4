package uk.smets.mam.benchmarks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Measures how long the making of a sample takes, so that it can be taken off the time of its reading. */
final class TimedStream extends FilterInputStream {
    private long nanoseconds;

    TimedStream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        long start = System.nanoTime();
        int read = in.read();
        nanoseconds += System.nanoTime() - start;
        return read;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        long start = System.nanoTime();
        int read = in.read(into, at, length);
        nanoseconds += System.nanoTime() - start;
        return read;
    }

    long nanoseconds() {
        return nanoseconds;
    }
}
