package uk.smets.mam.xlsx.internal.workbook;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.WatchedFile;

/**
 * The workbook to read: a file, which must not change meanwhile, or bytes. A stream is read into memory, because the directory of a
 * package is at its end, and the content must not be written to disk.
 */
public final class WorkbookSource implements Closeable {
    private static final int BUFFER = 64 * 1024;

    /**
     * Records a failure, to distinguish an I/O error from a broken package, for which the libraries throw the same exceptions.
     */
    private static final class WatchedChannel implements SeekableByteChannel {
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

    /** Opens the bytes as an OLE 2 compound file. */
    @FunctionalInterface
    private interface CompoundFile {
        POIFSFileSystem open() throws IOException;
    }

    private final String name;
    private final WatchedChannel channel;
    private final CompoundFile compoundFile;
    private final @Nullable WatchedFile file;
    private final long size;

    private WorkbookSource(
            String name,
            SeekableByteChannel channel,
            CompoundFile compoundFile,
            @Nullable WatchedFile file,
            long size) {
        this.name = name;
        this.size = size;
        this.channel = new WatchedChannel(channel);
        this.compoundFile = compoundFile;
        this.file = file;
    }

    /**
     * Opens an input.
     *
     * @param input the input
     * @param options may contain the name that findings use
     */
    public static WorkbookSource of(Input input, ValidationOptions options) throws IOException {
        String name = requireNonNull(options, "options").sourceName().orElse(input.name());
        if (input.file().isPresent()) {
            Path path = input.file().get();
            WatchedFile file = WatchedFile.of(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return new WorkbookSource(
                    name, channel, () -> new POIFSFileSystem(channel, true, false), file, file.size());
        }
        try (InputStream stream = input.open()) {
            byte[] bytes = stream.readAllBytes();
            return new WorkbookSource(
                    name,
                    new SeekableInMemoryByteChannel(bytes),
                    () -> new POIFSFileSystem(new ByteArrayInputStream(bytes)),
                    null,
                    bytes.length);
        }
    }

    /** Returns the name that findings use. */
    public String name() {
        return name;
    }

    /** Returns whether there are no bytes. */
    public boolean isEmpty() {
        return size == 0;
    }

    SeekableByteChannel channel() {
        return channel;
    }

    /** Opens the bytes as an OLE 2 compound file, the format of old and of encrypted workbooks. */
    POIFSFileSystem compoundFile() throws IOException {
        return compoundFile.open();
    }

    /** Hashes all bytes through the channel that the workbook is read from, so that replacing the file meanwhile has no effect. */
    public void digest(MessageDigest digest) throws IOException {
        long before = channel.position();
        channel.position(0);
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        channel.position(before);
    }

    /**
     * Checks that a failure was not an I/O error.
     *
     * @throws IOException if it was an I/O error
     */
    public void checkDisk() throws IOException {
        channel.rethrow();
    }

    /**
     * Checks that a file did not change while it was being read.
     *
     * @throws IOException if the file's size or modification time changed
     */
    public void checkUnchanged() throws IOException {
        if (file != null) {
            file.checkUnchanged();
        }
    }

    /** Returns the files that are read and that no output may replace; empty for bytes. */
    public List<Path> files() {
        return file == null ? List.of() : List.of(file.path());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
