package uk.smets.mam.secure.internal.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.zip.EntryHeader.AesField;

/**
 * Unpacks the content of an entry block by block: inflates it if it is deflated, checks it against the header and the limits, hashes
 * it, and passes it on.
 */
public final class Unpacking implements AutoCloseable {
    /**
     * The maximum size of a file.
     *
     * @param maxSize the maximum number of bytes
     * @param maxRatio the maximum size as a multiple of the compressed size
     * @param maxInMemory the maximum number of bytes of a file in memory
     */
    public record Limits(long maxSize, int maxRatio, int maxInMemory) {
        /** Returns the limits for a file that is unpacked into memory. */
        Limits inMemory() {
            return new Limits(Math.min(maxSize, maxInMemory), maxRatio, maxInMemory);
        }
    }

    /** A file of up to this size is harmless at any ratio. */
    private static final long FREE_OF_RATIO = 1 << 20;

    private static final int BUFFER = 128 * 1024;

    private final ArchiveFile file;
    private final EntryHeader header;
    private final boolean deflated;
    private final boolean hasCrc;
    private final Limits limits;
    private final OutputStream sink;
    private final Inflater inflater = new Inflater(true);
    private final ParallelDigest md5 = ParallelDigest.md5();
    private final CRC32 crc = new CRC32();
    private final byte[] content = new byte[BUFFER];
    private long size;
    private long packed;

    Unpacking(ArchiveFile file, EntryHeader header, AesField aes, Limits limits, OutputStream sink) {
        this.file = file;
        this.header = header;
        this.limits = limits;
        this.sink = sink;
        deflated = aes.method() == EntryHeader.DEFLATED;
        // AE-2 omits the CRC; if present, it is still checked.
        hasCrc = aes.version() == AesField.AE_1 || header.crc() != 0;
    }

    /** Checks that a size is within the limits, before and during unpacking. */
    static void requireReasonable(ArchiveFile file, long size, long packed, Limits limits) {
        if (size > limits.maxSize()) {
            throw file.refusal(
                    Rule.ARCHIVE_TOO_LARGE,
                    "the entry unpacks to more than " + limits.maxSize()
                            + " bytes: raise the limit on the size if a file of this size is expected");
        }
        if (size > FREE_OF_RATIO && size / limits.maxRatio() > packed) {
            throw file.refusal(
                    Rule.ARCHIVE_TOO_LARGE,
                    "the entry unpacks to more than " + limits.maxRatio()
                            + " times its compressed size: raise the limit on the ratio if such a uniform file is"
                            + " expected");
        }
    }

    /** Processes the next decrypted bytes of the entry. */
    void take(byte[] bytes, int length) throws IOException {
        packed += length;
        if (!deflated) {
            pass(bytes, length);
            return;
        }
        if (inflater.finished()) {
            throw dataAfterEnd();
        }
        inflater.setInput(bytes, 0, length);
        try {
            for (int got = inflater.inflate(content); got > 0; got = inflater.inflate(content)) {
                pass(content, got);
            }
        } catch (DataFormatException e) {
            throw file.corrupt("the compressed data cannot be unpacked", e);
        }
        if (inflater.needsDictionary()) {
            throw file.corrupt("the compressed data needs a dictionary, which archives do not have");
        }
        if (inflater.getRemaining() > 0) {
            throw dataAfterEnd();
        }
    }

    private SecureExchangeException dataAfterEnd() {
        return file.corrupt("unexpected data after the compressed data");
    }

    private void pass(byte[] bytes, int length) throws IOException {
        size += length;
        requireReasonable(file, size, packed, limits);
        if (size > header.size()) {
            throw wrongSize();
        }
        md5.update(bytes, 0, length);
        if (hasCrc) {
            crc.update(bytes, 0, length);
        }
        sink.write(bytes, 0, length);
    }

    private SecureExchangeException wrongSize() {
        return file.corrupt("the size of the file is not the one in the archive");
    }

    /** Checks that the content is complete, and returns its MD5. */
    byte[] finish() {
        if (deflated && !inflater.finished()) {
            throw file.corrupt("the compressed data is truncated");
        }
        if (size != header.size()) {
            throw wrongSize();
        }
        if (hasCrc && crc.getValue() != header.crc()) {
            throw file.corrupt("the CRC of the file is not the one in the archive");
        }
        return md5.digest();
    }

    @Override
    public void close() {
        inflater.end();
        md5.close();
    }
}
