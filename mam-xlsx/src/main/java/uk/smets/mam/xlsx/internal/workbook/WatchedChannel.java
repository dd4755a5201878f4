package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A channel that remembers whether it failed. What reads a package throws the same exceptions for a broken package as for a
 * broken disk; here they are told apart.
 */
public final class WatchedChannel implements SeekableByteChannel {
    private final SeekableByteChannel bytes;
    private @Nullable IOException failure;

    WatchedChannel(SeekableByteChannel bytes) {
        this.bytes = bytes;
    }

    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return bytes.read(target);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        bytes.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return bytes.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return bytes.isOpen();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
