package uk.smets.mam.model.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A file that appears whole or not at all: it is written beside its target under a temporary name and moved into place.
 * Closing it without {@link #commit()} removes what was written; a file that stood there before stays as it was.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final EarlyForce early;
    private final Set<PosixFilePermission> permissions;
    private boolean committed;

    private AtomicFile(Path target, Path temporary, FileChannel channel, Set<PosixFilePermission> permissions) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        early = new EarlyForce(channel);
        this.permissions = permissions;
    }

    /**
     * Starts a file.
     *
     * @param target where it is to appear
     * @return the file, to be written through {@link #stream()}
     * @throws IOException where the temporary file can't be made
     */
    public static AtomicFile create(Path target) throws IOException {
        return create(target, false);
    }

    /**
     * Starts a file that only its owner may read until it is committed; then its permissions are those of any new file. Where the
     * file system has no such permissions, the folder's hold.
     *
     * @param target where it is to appear
     * @return the file, to be written through {@link #stream()}
     * @throws IOException where the temporary file can't be made
     */
    public static AtomicFile createHidden(Path target) throws IOException {
        return create(target, true);
    }

    private static AtomicFile create(Path target, boolean hidden) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new IOException(target + " is a folder, not a file");
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(target.toString(), null, "its folder does not exist");
        }
        // Not createTempFile: that would leave a file that only its owner may read.
        Path temporary = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new AtomicFile(absolute, temporary, channel, hidden ? hide(temporary) : Set.of());
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Leaves the empty file to its owner alone, and gives the permissions that it had. */
    private static Set<PosixFilePermission> hide(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Set.of();
        }
        Set<PosixFilePermission> usual = view.readAttributes().permissions();
        view.setPermissions(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        return usual;
    }

    /**
     * A stream into the temporary file; closing it does nothing.
     *
     * @return the stream, without a buffer
     */
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
                early.written(length);
            }
        };
    }

    /**
     * Writes over bytes that were written before: for a header that tells what only the end of the file knows.
     *
     * @param position where, in bytes from the start
     * @param bytes what to write there
     * @throws IOException where that fails
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
     * @throws IOException where that fails
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

    /**
     * Where the file is to appear.
     *
     * @return the absolute path
     */
    public Path target() {
        return target;
    }

    /**
     * Makes sure that the bytes are on the disk, still under the temporary name.
     *
     * @throws IOException where that fails
     */
    public void force() throws IOException {
        early.finish();
        channel.force(true);
    }

    /**
     * Moves the file into place.
     *
     * @throws IOException where that fails; then the target is as it was
     */
    public void commit() throws IOException {
        early.finish();
        channel.close();
        if (!permissions.isEmpty()) {
            Files.setPosixFilePermissions(temporary, permissions);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    @Override
    public void close() throws IOException {
        if (!committed) {
            early.await();
            try {
                channel.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
