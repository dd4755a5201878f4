package uk.smets.mam.secure.internal.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import uk.smets.mam.model.internal.file.AtomicFile;

/** Where an archive is written: a file that is not yet in place, or memory. */
public interface ArchiveOutput {
    OutputStream stream();

    /** Overwrites bytes at the start, for the header with values that are known only at the end. */
    void overwriteStart(byte[] bytes) throws IOException;

    /** Updates a digest with what was written so far. */
    void digest(MessageDigest digest) throws IOException;

    /** Returns an output to a file. */
    static ArchiveOutput to(AtomicFile file) {
        return new ArchiveOutput() {
            @Override
            public OutputStream stream() {
                return file.stream();
            }

            @Override
            public void overwriteStart(byte[] bytes) throws IOException {
                file.overwrite(0, bytes);
            }

            @Override
            public void digest(MessageDigest digest) throws IOException {
                file.digest(digest);
            }
        };
    }

    /** An archive in memory. */
    final class InMemory extends ByteArrayOutputStream implements ArchiveOutput {
        @Override
        public OutputStream stream() {
            return this;
        }

        @Override
        public synchronized void overwriteStart(byte[] bytes) {
            System.arraycopy(bytes, 0, buf, 0, bytes.length);
        }

        @Override
        public synchronized void digest(MessageDigest digest) {
            digest.update(buf, 0, count);
        }
    }
}
