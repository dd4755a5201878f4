package uk.smets.mam.secure.internal.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InterruptedWrite;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.file.AtomicFileGroup;
import uk.smets.mam.model.internal.file.OutputTarget;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.zip.EntryHeader.AesField;

/**
 * Opens an archive in two passes over its data. The first only computes the authentication code: nothing is decrypted until it is
 * correct, so that no forged byte reaches the decompressor or the disk. The second computes it again over the bytes that it decrypts,
 * in case the file was exchanged in between.
 */
public final class ArchiveReader implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final ArchiveFile file;
    private final ExpectedFile expected;
    private final Unpacking.Limits limits;
    private final ArchiveEntry entry;
    private final AesField aes;
    private final long dataAt;
    private final long dataLength;
    private final byte[] code;
    private final ArchiveKeys keys;

    private ArchiveReader(ArchiveFile file, ExpectedFile expected, Unpacking.Limits limits) throws IOException {
        this.file = file;
        this.expected = expected;
        this.limits = limits;
        entry = ArchiveEntry.read(file);
        entry.requireFile(file, expected.name());
        aes = entry.requireAes256(file);
        dataAt = entry.dataAt() + ArchiveKeys.SALT + ArchiveKeys.VERIFIER;
        dataLength = entry.header().dataSize() - ArchiveKeys.SALT - ArchiveKeys.VERIFIER - ArchiveKeys.CODE;
        if (dataLength < 0) {
            throw file.corrupt("the entry is too short to be encrypted");
        }
        Unpacking.requireReasonable(file, size(), dataLength, limits);
        byte[] salt = file.read(entry.dataAt(), ArchiveKeys.SALT).array();
        byte[] verifier = file.read(entry.dataAt() + ArchiveKeys.SALT, ArchiveKeys.VERIFIER)
                .array();
        code = file.read(dataAt + dataLength, ArchiveKeys.CODE).array();
        keys = ArchiveKeys.derive(expected.password(), salt);
        authenticate(verifier);
    }

    /** Opens an archive and performs the first pass. */
    private static ArchiveReader open(Input archive, ExpectedFile expected, Unpacking.Limits limits)
            throws IOException {
        ArchiveFile file = ArchiveFile.open(archive, limits);
        try {
            return new ArchiveReader(file, expected, limits);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** A file that was opened, and the interrupted writes in its folder. */
    public record Opened(Path file, List<InterruptedWrite> recovered) {}

    /**
     * Opens an archive and writes its file into a folder.
     *
     * @param signed the SHA-256 that the archive has to have, if it was signed
     * @param kept files that are never replaced
     * @param replaces whether an existing file may be replaced
     */
    public static Opened extract(
            Input archive,
            ExpectedFile expected,
            Unpacking.Limits limits,
            Optional<byte[]> signed,
            Path folder,
            List<Path> kept,
            boolean replaces)
            throws IOException {
        try (ArchiveReader reader = open(archive, expected, limits);
                AtomicFileGroup group = AtomicFileGroup.in(folder)) {
            Path file = folder.resolve(expected.name());
            reader.extract(group.create(OutputTarget.derived(file, kept, replaces)).stream(), signed);
            group.commit();
            return new Opened(file, group.recovered());
        }
    }

    /** Opens an archive in memory. */
    public static byte[] read(Input archive, ExpectedFile expected, Unpacking.Limits limits, Optional<byte[]> signed)
            throws IOException {
        try (ArchiveReader reader = open(archive, expected, limits.inMemory())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            reader.extract(bytes, signed);
            return bytes.toByteArray();
        }
    }

    /** Opens an archive and discards its content. */
    public static void check(Input archive, ExpectedFile expected, Unpacking.Limits limits, Optional<byte[]> signed)
            throws IOException {
        try (ArchiveReader reader = open(archive, expected, limits)) {
            reader.extract(OutputStream.nullOutputStream(), signed);
        }
    }

    private void authenticate(byte[] verifier) throws IOException {
        boolean passed = MessageDigest.isEqual(verifier, keys.verifier());
        if (passed) {
            Mac mac = keys.authentication();
            read(dataAt, dataLength, mac::update);
            passed = MessageDigest.isEqual(code, ArchiveKeys.code(mac));
        }
        if (!passed) {
            keys.close();
            throw file.refusal(
                    Rule.ARCHIVE_PASSWORD,
                    "the password is wrong or the archive is damaged (these cannot be distinguished): check that"
                            + " archive and password file belong together, and ask for both again if they do");
        }
    }

    /** Returns the size of the content in bytes. */
    long size() {
        return entry.header().size();
    }

    /**
     * Decrypts and unpacks the file, and performs all checks. The content must not be used before this method returns.
     *
     * @param sink receives the content
     * @param signed the SHA-256 that the archive has to have, if it was signed
     */
    private void extract(OutputStream sink, Optional<byte[]> signed) throws IOException {
        Mac mac = keys.authentication();
        MessageDigest sha256 = ParallelDigest.instance("SHA-256");
        byte[] md5;
        try (CounterMode cipher = keys.cipher();
                Unpacking unpacking = new Unpacking(file, entry.header(), aes, limits, sink)) {
            if (signed.isPresent()) {
                read(0, dataAt, sha256::update);
            }
            read(dataAt, dataLength, (bytes, offset, length) -> {
                mac.update(bytes, offset, length);
                if (signed.isPresent()) {
                    sha256.update(bytes, offset, length);
                }
                cipher.apply(bytes, offset, length);
                unpacking.take(bytes, length);
            });
            md5 = unpacking.finish();
        }
        long end = dataAt + dataLength;
        if (signed.isPresent()) {
            read(end, file.size() - end, sha256::update);
        }
        if (!MessageDigest.isEqual(code, ArchiveKeys.code(mac))) {
            throw file.changed();
        }
        file.checkUnchanged();
        if (!expected.hasMd5(md5)) {
            throw file.refusal(
                    Rule.HASH_MISMATCH,
                    "the MD5 of the file is not the one in the password file: they do not belong together; ask for"
                            + " both again");
        }
        if (signed.isPresent() && !MessageDigest.isEqual(signed.get(), sha256.digest())) {
            throw file.refusal(
                    Rule.HASH_MISMATCH,
                    "the SHA-256 of the archive is not the one that was signed: this is not the archive that was sent");
        }
    }

    @FunctionalInterface
    private interface Block {
        void take(byte[] bytes, int offset, int length) throws IOException;
    }

    private void read(long from, long length, Block block) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (long done = 0; done < length; done += buffer.limit()) {
            buffer.clear().limit((int) Math.min(BUFFER, length - done));
            file.read(from + done, buffer);
            block.take(buffer.array(), 0, buffer.limit());
        }
    }

    @Override
    public void close() throws IOException {
        keys.close();
        file.close();
    }
}
