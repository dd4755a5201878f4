package uk.smets.mam.secure.internal.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.WatchedFile;
import uk.smets.mam.secure.internal.file.Content;

/** The bytes of an archive, on disk or in memory. A file is opened once, and must not change while it is being read. */
public final class ArchiveFile implements Closeable {
    /** The largest array on any Java platform. */
    static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** An archive is larger than its content by less than this. */
    private static final int OVERHEAD = 1 << 20;

    private final String name;
    private final long size;
    private final ByteBuffer memory;
    private final @Nullable WatchedFile file;
    private final @Nullable SeekableByteChannel channel;

    private ArchiveFile(
            String name,
            long size,
            ByteBuffer memory,
            @Nullable WatchedFile file,
            @Nullable SeekableByteChannel channel) {
        this.name = name;
        this.size = size;
        this.memory = memory;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens an archive. One that is not a file is read into memory.
     *
     * @param limits the maximum sizes of its content
     */
    static ArchiveFile open(Input input, Unpacking.Limits limits) throws IOException {
        if (input.file().isPresent()) {
            Path path = input.file().get();
            WatchedFile file = WatchedFile.of(path);
            return new ArchiveFile(file.name(), file.size(), ByteBuffer.allocate(0), file, Files.newByteChannel(path));
        }
        long content = Math.min(limits.maxSize(), limits.maxInMemory());
        byte[] bytes = Content.read(input, (int) Math.min(content + OVERHEAD, LARGEST_ARRAY));
        return new ArchiveFile(input.name(), bytes.length, ByteBuffer.wrap(bytes), null, null);
    }

    long size() {
        return size;
    }

    /** Reads a part of the archive, which has to be within it. */
    ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        read(position, buffer);
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Fills a buffer and flips it. */
    void read(long position, ByteBuffer buffer) throws IOException {
        if (channel == null) {
            buffer.put(memory.slice((int) position, buffer.remaining()));
        } else {
            channel.position(position);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw changed();
                }
            }
        }
        buffer.flip();
    }

    /** Checks that the archive did not change while it was read. */
    void checkUnchanged() throws IOException {
        if (file != null) {
            file.checkUnchanged();
        }
    }

    IOException changed() {
        return file == null ? new IOException(name + " changed while it was being read") : file.changed();
    }

    SecureExchangeException refusal(Rule rule, String defect) {
        return new SecureExchangeException(rule, name + ": " + defect);
    }

    SecureExchangeException corrupt(String defect) {
        return corrupt(defect, null);
    }

    SecureExchangeException corrupt(String defect, @Nullable Throwable cause) {
        return new SecureExchangeException(
                Rule.ARCHIVE_CORRUPT, name + ": " + defect + ": ask for the archive again, or recreate it", cause);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
