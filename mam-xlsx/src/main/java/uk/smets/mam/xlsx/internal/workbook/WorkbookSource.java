package uk.smets.mam.xlsx.internal.workbook;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.file.WatchedFile;

/**
 * Where a workbook is read from: a file, which may not change meanwhile, or bytes. A stream is kept in memory, as it comes: a
 * workbook can't be read from its start, because the directory of its parts stands at its end; and nothing of it may come to
 * lie on a disk.
 */
public final class WorkbookSource implements Closeable {
    private static final String STREAM = "stream";
    private static final int BUFFER = 64 * 1024;

    private final String name;
    private final WatchedChannel channel;
    private final CompoundFile compoundFile;
    private final @Nullable WatchedFile file;
    private final long size;

    /** Opens the old container of Microsoft's, should the bytes be one. */
    @FunctionalInterface
    private interface CompoundFile {
        POIFSFileSystem open() throws IOException;
    }

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

    public static WorkbookSource of(Path path, ValidationOptions options) throws IOException {
        requireNonNull(path, "file");
        requireNonNull(options, "options");
        WatchedFile file = WatchedFile.of(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        return new WorkbookSource(
                options.sourceName().orElse(file.name()),
                channel,
                () -> new POIFSFileSystem(channel, true, false),
                file,
                file.size());
    }

    /** Reads a stream to its end and closes it. */
    public static WorkbookSource of(InputStream stream, ValidationOptions options) throws IOException {
        requireNonNull(options, "options");
        try (stream) {
            return of(stream.readAllBytes(), options);
        }
    }

    public static WorkbookSource of(byte[] bytes, ValidationOptions options) {
        requireNonNull(options, "options");
        return new WorkbookSource(
                options.sourceName().orElse(STREAM),
                new SeekableInMemoryByteChannel(bytes),
                () -> new POIFSFileSystem(new ByteArrayInputStream(bytes)),
                null,
                bytes.length);
    }

    /** The name for places in findings. */
    public String name() {
        return name;
    }

    /** Whether there are no bytes at all. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The bytes. */
    SeekableByteChannel channel() {
        return channel;
    }

    /** The old container of Microsoft's, should the bytes be one. */
    POIFSFileSystem compoundFile() throws IOException {
        return compoundFile.open();
    }

    /** Hashes all bytes, through the channel that the workbook is read from, whatever name its file has meanwhile. */
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
     * Makes sure that what looked like a defect of the content was none of the disk.
     *
     * @throws IOException where the disk failed
     */
    public void checkDisk() throws IOException {
        channel.rethrow();
    }

    /**
     * Makes sure that what was read is one file and not two.
     *
     * @throws IOException where the file's size or time is another than before it was read
     */
    public void checkUnchanged() throws IOException {
        if (file != null) {
            file.checkUnchanged();
        }
    }

    /** The files that are read, which nothing may be written over; none where there are only bytes. */
    public List<Path> files() {
        return file == null ? List.of() : List.of(file.path());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
