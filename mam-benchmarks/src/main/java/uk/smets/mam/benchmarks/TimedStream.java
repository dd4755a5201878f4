package uk.smets.mam.benchmarks;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Measures the time that it takes to generate a sample, to subtract it from the time that it takes to read it. */
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
