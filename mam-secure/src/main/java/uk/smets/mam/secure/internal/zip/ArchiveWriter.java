package uk.smets.mam.secure.internal.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.Deflater;
import javax.crypto.Mac;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.internal.file.AtomicFile;
import uk.smets.mam.model.internal.file.WatchedFile;
import uk.smets.mam.secure.internal.file.ParallelDigest;

/** Makes an archive: deflates a file, encrypts it, and puts the container around it, in one reading. */
public final class ArchiveWriter {
    /**
     * How an archive is made.
     *
     * @param level how hard to compress, 1 (fast) to 9 (small)
     * @param maxSize the maximum size of the file, in bytes
     * @param random where the salt comes from; empty for a generator of the platform's choice
     */
    public record Settings(int level, long maxSize, Optional<SecureRandom> random) {}

    private static final int BUFFER = 64 * 1024;

    private final WatchedFile file;
    private final Path path;
    private final ExpectedFile expected;
    private final Settings settings;
    private final ZipContainer container;

    public ArchiveWriter(Path path, ExpectedFile expected, Settings settings) throws IOException {
        this.path = path;
        this.expected = expected;
        this.settings = settings;
        file = WatchedFile.of(path);
        if (file.size() > settings.maxSize()) {
            throw new SecureExchangeException(
                    Rule.ARCHIVE_TOO_LARGE,
                    file.name() + ": the file has more than " + settings.maxSize()
                            + " bytes: raise the limit on the size, here and where the archive is opened");
        }
        LocalDateTime time = MigrationAuthorisationFileName.find(expected.name())
                .map(MigrationAuthorisationFileName::createdAt)
                .orElseGet(() -> LocalDateTime.ofInstant(file.lastModified(), ZoneOffset.UTC));
        container = new ZipContainer(expected.name(), time, file.size());
    }

    /** Writes the archive; whether it is sound is known when this has ended. */
    public void write(AtomicFile target) throws IOException {
        OutputStream out = target.stream();
        byte[] start = container.start(0);
        out.write(start);
        byte[] salt = new byte[ArchiveKeys.SALT];
        settings.random().orElseGet(SecureRandom::new).nextBytes(salt);
        out.write(salt);
        long dataSize = ArchiveKeys.SALT + ArchiveKeys.VERIFIER + ArchiveKeys.CODE;
        try (ArchiveKeys keys = ArchiveKeys.derive(expected.password(), salt)) {
            out.write(keys.verifier());
            dataSize += writeContent(keys, out);
        }
        // The sizes are known only now. Headers of less than 4 GiB have the same length whatever the sizes are.
        byte[] known = container.start(dataSize);
        if (known.length != start.length) {
            throw new IOException(
                    path + " can't be compressed, and its archive would pass 4 GiB where it does not: split it");
        }
        target.overwrite(0, known);
        out.write(container.end(dataSize));
    }

    /** Writes the encrypted content and its code, and tells the length of the content without the code. */
    private long writeContent(ArchiveKeys keys, OutputStream out) throws IOException {
        Mac mac = keys.authentication();
        Deflater deflater = new Deflater(settings.level(), true);
        byte[] content = new byte[BUFFER];
        byte[] packed = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(path);
                ParallelDigest md5 = ParallelDigest.md5();
                CounterMode cipher = keys.cipher()) {
            while (!deflater.finished()) {
                if (deflater.needsInput()) {
                    int read = in.read(content);
                    if (read < 0) {
                        deflater.finish();
                    } else {
                        md5.update(content, 0, read);
                        deflater.setInput(content, 0, read);
                    }
                }
                int length = deflater.deflate(packed);
                cipher.apply(packed, 0, length);
                mac.update(packed, 0, length);
                out.write(packed, 0, length);
            }
            out.write(ArchiveKeys.code(mac));
            file.checkUnchanged();
            if (deflater.getBytesRead() != file.size() || !expected.hasMd5(md5.digest())) {
                throw file.changed();
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
