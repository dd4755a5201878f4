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
 * A file that appears complete or not at all. It is written next to its target under a temporary name, readable only by
 * its owner, and then renamed into place. Closing it without {@link #commit()} removes the temporary file and keeps a
 * file that existed before.
 *
 * <p>A file that is replaced keeps its permissions and, if allowed, its owner. A null device is written to and not
 * replaced.
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
            // The exception names the temporary file, which the user does not know.
            throw target.named(e);
        }
    }

    /**
     * Creates a file that the user names and that is not made from another file.
     *
     * @param target the target
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the target is not allowed, or the temporary file cannot be created
     */
    public static AtomicFile create(Path target) throws IOException {
        return create(OutputTarget.named(target));
    }

    /**
     * Creates a file.
     *
     * @param target the target
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the temporary file cannot be created
     */
    public static AtomicFile create(OutputTarget target) throws IOException {
        return new AtomicFile(target, HiddenName.create().part(target.path()), false);
    }

    /**
     * Creates a file with a secret: only its owner may read it, unless it replaces a file that others may read.
     *
     * @param target the target
     * @return the file, to be written through {@link #stream()}
     * @throws IOException if the temporary file cannot be created
     */
    public static AtomicFile createSecret(OutputTarget target) throws IOException {
        return new AtomicFile(target, HiddenName.create().part(target.path()), true);
    }

    /** Creates a file of a group, under the temporary name that the group assigns. */
    static AtomicFile create(OutputTarget target, Path part, boolean secret) throws IOException {
        return new AtomicFile(target, part, secret);
    }

    /** {@return an unbuffered stream into the temporary file; closing it has no effect} */
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
     * Overwrites bytes: for a header with values that are known only at the end of the file.
     *
     * @param position the position in bytes from the start
     * @param bytes the bytes
     * @throws IOException if that fails
     */
    public void overwrite(long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    /**
     * Updates a digest with what was written so far.
     *
     * @param digest the digest
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

    /** {@return the temporary file with what was written so far} */
    public Path part() {
        return part;
    }

    /** {@return whether the target is a null device, from which nothing can be read} */
    public boolean isDevice() {
        return device;
    }

    /** {@return the target} */
    public Path target() {
        return target.path();
    }

    /**
     * Forces the bytes to the disk, still under the temporary name. Nothing can be written after that.
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
     * Moves the file into place, and forces its name to the disk.
     *
     * @throws IOException if that fails; the target is unchanged
     */
    public void commit() throws IOException {
        complete();
        move();
        if (!device) {
            OutputFolder.sync(target.folder());
        }
    }

    /** Moves a complete file into place, with its owner and permissions. The caller must synchronise the folder. */
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
