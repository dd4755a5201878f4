package uk.smets.mam.secure.internal.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.Deflater;
import javax.crypto.Mac;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.file.Content;
import uk.smets.mam.secure.internal.file.ParallelDigest;

/** Creates an archive: deflates and encrypts a file and writes the container, in one pass. */
public final class ArchiveWriter {
    /**
     * How an archive is created.
     *
     * @param level the compression level, 1 (fast) to 9 (small)
     * @param maxSize the maximum size of the file, in bytes
     * @param random the source of the salt; empty for the platform's default generator
     */
    public record Settings(int level, long maxSize, Optional<SecureRandom> random) {}

    private static final int BUFFER = 64 * 1024;

    private final Content content;
    private final ExpectedFile expected;
    private final Settings settings;
    private final ZipContainer container;

    public ArchiveWriter(Content content, ExpectedFile expected, Settings settings) {
        this.content = content;
        this.expected = expected;
        this.settings = settings;
        if (content.size() > settings.maxSize()) {
            throw new SecureExchangeException(
                    Rule.ARCHIVE_TOO_LARGE,
                    content.name() + ": the file has more than " + settings.maxSize()
                            + " bytes: raise the limit on the size, here and where the archive is opened");
        }
        LocalDateTime time = MigrationAuthorisationFileName.find(expected.name())
                .map(MigrationAuthorisationFileName::createdAt)
                .orElseGet(() -> LocalDateTime.ofInstant(content.lastModified(), ZoneOffset.UTC));
        container = new ZipContainer(expected.name(), time, content.size());
    }

    /** Writes the archive, which is complete when this method returns. */
    public void write(ArchiveOutput target) throws IOException {
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
        // Only now are the sizes known. Below 4 GiB the length of the headers does not depend on them.
        byte[] known = container.start(dataSize);
        if (known.length != start.length) {
            throw new IOException(
                    content + " cannot be compressed, so that its archive would be larger than 4 GiB: split the file");
        }
        target.overwriteStart(known);
        out.write(container.end(dataSize));
    }

    /** Writes the encrypted content and its code, and returns the length of the content without the code. */
    private long writeContent(ArchiveKeys keys, OutputStream out) throws IOException {
        Mac mac = keys.authentication();
        Deflater deflater = new Deflater(settings.level(), true);
        byte[] plain = new byte[BUFFER];
        byte[] packed = new byte[BUFFER];
        try (InputStream in = content.open();
                ParallelDigest md5 = ParallelDigest.md5();
                CounterMode cipher = keys.cipher()) {
            while (!deflater.finished()) {
                if (deflater.needsInput()) {
                    int read = in.read(plain);
                    if (read < 0) {
                        deflater.finish();
                    } else {
                        md5.update(plain, 0, read);
                        deflater.setInput(plain, 0, read);
                    }
                }
                int length = deflater.deflate(packed);
                cipher.apply(packed, 0, length);
                mac.update(packed, 0, length);
                out.write(packed, 0, length);
            }
            out.write(ArchiveKeys.code(mac));
            content.checkUnchanged();
            if (deflater.getBytesRead() != content.size() || !expected.hasMd5(md5.digest())) {
                throw content.changed();
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }
}
