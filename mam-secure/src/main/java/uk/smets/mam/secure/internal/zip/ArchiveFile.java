package uk.smets.mam.secure.internal.zip;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.WatchedFile;

/** The bytes of an archive, opened once; they may not change while they are read. */
public final class ArchiveFile implements Closeable {
    private final WatchedFile file;
    private final SeekableByteChannel channel;

    private ArchiveFile(WatchedFile file, SeekableByteChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ArchiveFile open(Path path) throws IOException {
        return new ArchiveFile(WatchedFile.of(path), Files.newByteChannel(path));
    }

    long size() {
        return file.size();
    }

    /** Returns a part of the archive, which is known to lie within it. */
    ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        read(position, buffer);
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Fills a buffer, and makes it ready to be taken from. */
    void read(long position, ByteBuffer buffer) throws IOException {
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw file.changed();
            }
        }
        buffer.flip();
    }

    /** Checks that all that was read is of one archive. */
    void checkUnchanged() throws IOException {
        file.checkUnchanged();
    }

    IOException changed() {
        return file.changed();
    }

    SecureExchangeException refusal(Rule rule, String defect) {
        return new SecureExchangeException(rule, file.name() + ": " + defect);
    }

    SecureExchangeException corrupt(String defect) {
        return corrupt(defect, null);
    }

    SecureExchangeException corrupt(String defect, @Nullable Throwable cause) {
        return new SecureExchangeException(
                Rule.ARCHIVE_CORRUPT,
                file.name() + ": " + defect + ": ask for the archive again, or make it anew",
                cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
