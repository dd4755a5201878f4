package uk.smets.mam.model.internal.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.MessageDigest;
import java.util.Set;

/**
 * A file that appears whole or not at all: it is written beside its target under a hidden name, which only its owner may read, and
 * moved into place. Closing it without {@link #commit()} removes what was written; a file that was there before stays as it was.
 *
 * <p>A file that is replaced keeps its permissions and, where that is allowed, its owner. A null device is written to and stays.
 */
public final class AtomicFile implements AutoCloseable {
    private final OutputTarget target;
    private final Path part;
    private final boolean secret;
    private final boolean device;
    private final FileChannel channel;
    private final EarlyForce early;
    private boolean complete;
    private boolean committed;

    private AtomicFile(OutputTarget target, Path part, boolean secret) throws IOException {
        this.target = target;
        this.secret = secret;
        device = target.isNullDevice();
        this.part = device ? target.path() : part;
        channel = device ? FileChannel.open(this.part, StandardOpenOption.WRITE) : open(target, part);
        early = new EarlyForce(channel);
    }

    private static FileChannel open(OutputTarget target, Path part) throws IOException {
        FileAttribute<?>[] access = FileAccess.ownerOnly(part);
        try {
            return FileChannel.open(
                    part,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    access);
        } catch (FileSystemException e) {
            // It names the hidden file, of which nobody knows.
            throw target.named(e);
        }
    }

    /**
     * Starts a file that the user names, made of no other.
     *
     * @param target where it is to appear
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the target is refused, or the hidden file can't be created
     */
    public static AtomicFile create(Path target) throws IOException {
        return create(OutputTarget.named(target));
    }

    /**
     * Starts a file.
     *
     * @param target where it is to appear
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the hidden file can't be created
     */
    public static AtomicFile create(OutputTarget target) throws IOException {
        return new AtomicFile(target, HiddenName.create().part(target.path()), false);
    }

    /**
     * Starts a file with a secret: only its owner may read it, also once it is committed, unless it replaces a file that others may
     * read.
     *
     * @param target where it is to appear
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the hidden file can't be created
     */
    public static AtomicFile createSecret(OutputTarget target) throws IOException {
        return new AtomicFile(target, HiddenName.create().part(target.path()), true);
    }

    /** Starts a file of a group, under the hidden name that the group has for it. */
    static AtomicFile create(OutputTarget target, Path part, boolean secret) throws IOException {
        return new AtomicFile(target, part, secret);
    }

    /** {@return a stream into the hidden file; closing it does nothing, without a buffer} */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (!device) {
                    early.written(length);
                }
            }
        };
    }

    /**
     * Writes over bytes that were written before: for a header that tells what only the end of the file knows.
     *
     * @param position where, in bytes from the start
     * @param bytes what to write there
     * @throws IOException if that fails
     */
    public void overwrite(long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /**
     * Hashes what was written so far.
     *
     * @param digest takes every byte, in the order of the file
     * @throws IOException if that fails
     */
    public void digest(MessageDigest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        for (long at = 0; at < channel.size(); at += buffer.limit()) {
            buffer.clear();
            channel.read(buffer, at);
            buffer.flip();
            digest.update(buffer.duplicate());
        }
    }

    /** {@return the hidden file, with what was written so far} */
    public Path part() {
        return part;
    }

    /** {@return whether what is written goes to a null device, from which nothing can be read} */
    public boolean isDevice() {
        return device;
    }

    /** {@return where the file is to appear} */
    public Path target() {
        return target.path();
    }

    /**
     * Makes sure that the bytes are on the disk, still under the hidden name. Nothing can be written after that.
     *
     * @throws IOException if that fails
     */
    public void complete() throws IOException {
        if (complete) {
            return;
        }
        early.finish();
        if (!device) {
            channel.force(true);
        }
        channel.close();
        complete = true;
    }

    /**
     * Moves the file into place, and makes sure that its name is on the disk too.
     *
     * @throws IOException if that fails; then the target is as it was
     */
    public void commit() throws IOException {
        complete();
        move();
        if (!device) {
            OutputFolder.sync(target.folder());
        }
    }

    /** Moves a complete file into place, with its owner and permissions; the folder is still to be synchronised. */
    void move() throws IOException {
        if (!device) {
            FileAccess.settle(part, target.check(), secret);
            Files.move(part, target.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (committed) {
            return;
        }
        early.await();
        try {
            channel.close();
        } finally {
            if (!device) {
                Files.deleteIfExists(part);
            }
        }
    }
}
