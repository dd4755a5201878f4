package uk.smets.mam.secure.internal.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a header says of an entry: the local one, before the data, or the central one, in the directory at the end of the archive.
 *
 * @param version the version of the format that it takes to read the entry
 * @param flags the general purpose flags
 * @param method how the entry is compressed, or {@link #AES} for that the AES field tells it
 * @param time date and time as they stand
 * @param crc the CRC of the content
 * @param dataSize how many bytes the data has, with what encryption adds
 * @param size how many bytes the content has
 * @param offset where the entry starts; 0 in a local header, which does not say
 * @param attributes the attributes that systems give to files; 0 in a local header, which has none
 * @param name the name, a character for a byte
 * @param extras the extra fields
 */
public record EntryHeader(
        int version,
        int flags,
        int method,
        int time,
        long crc,
        long dataSize,
        long size,
        long offset,
        int attributes,
        String name,
        ExtraFields extras) {
    /** How many bytes a header has before the name. */
    static final int LOCAL_LENGTH = 30;

    static final int CENTRAL_LENGTH = 46;

    static final int ENCRYPTED = 1;
    static final int DESCRIPTOR_FOLLOWS = 1 << 3;
    static final int STRONG_ENCRYPTION = 1 << 6 | 1 << 13;
    static final int AES = 99;
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;

    /** Where the part starts that both kinds of header have. */
    private static final int LOCAL_COMMON = 4;

    private static final int CENTRAL_COMMON = 6;

    /** Where in that part what stands. */
    private static final int VERSION = 0;

    private static final int FLAGS = 2;
    private static final int METHOD = 4;
    private static final int TIME = 6;
    private static final int CRC = 10;
    private static final int DATA_SIZE = 14;
    private static final int SIZE = 18;
    private static final int NAME_LENGTH = 22;
    private static final int EXTRA_LENGTH = 24;

    /** Where in a central header the rest stands. */
    private static final int COMMENT_LENGTH = 32;

    private static final int DISK = 34;
    private static final int ATTRIBUTES = 38;
    private static final int OFFSET = 42;

    /** In place of a number that stands in the ZIP64 field. */
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private static final int DISK_ELSEWHERE = 0xFFFF;

    /** Returns how many bytes the local header has that starts with these; empty if none starts. */
    static Optional<Integer> localLength(ByteBuffer start) {
        return start.getInt(0) == LOCAL
                ? Optional.of(LOCAL_LENGTH + variableLength(start, LOCAL_COMMON))
                : Optional.empty();
    }

    /** Returns the local header in these bytes; empty if they do not make sense. */
    static Optional<EntryHeader> local(ByteBuffer bytes) {
        return read(bytes, LOCAL_COMMON, LOCAL_LENGTH, 0, 0, 0);
    }

    /** Returns the central header in these bytes; empty if they do not make sense, or are not all of it. */
    static Optional<EntryHeader> central(ByteBuffer bytes) {
        int length = CENTRAL_LENGTH + variableLength(bytes, CENTRAL_COMMON) + unsigned(bytes, COMMENT_LENGTH);
        if (bytes.getInt(0) != CENTRAL || length != bytes.limit()) {
            return Optional.empty();
        }
        return read(
                bytes,
                CENTRAL_COMMON,
                CENTRAL_LENGTH,
                unsigned(bytes, DISK),
                bytes.getInt(ATTRIBUTES),
                Integer.toUnsignedLong(bytes.getInt(OFFSET)));
    }

    /** Returns how many bytes the name and the extra fields have. */
    private static int variableLength(ByteBuffer bytes, int common) {
        return unsigned(bytes, common + NAME_LENGTH) + unsigned(bytes, common + EXTRA_LENGTH);
    }

    private static Optional<EntryHeader> read(
            ByteBuffer bytes, int common, int nameAt, int disk, int attributes, long offset) {
        byte[] name = new byte[unsigned(bytes, common + NAME_LENGTH)];
        bytes.get(nameAt, name);
        byte[] extra = new byte[unsigned(bytes, common + EXTRA_LENGTH)];
        bytes.get(nameAt + name.length, extra);
        return ExtraFields.read(extra).flatMap(extras -> {
            ByteBuffer wide = extras.get(ExtraFields.ZIP64);
            // The ZIP64 field has those numbers alone that do not fit into the header, in this order.
            long size = size(bytes.getInt(common + SIZE), wide);
            long dataSize = size(bytes.getInt(common + DATA_SIZE), wide);
            long start = offset == ELSEWHERE ? size((int) offset, wide) : offset;
            int part = disk == DISK_ELSEWHERE && wide.remaining() >= Integer.BYTES ? wide.getInt() : disk;
            if (size < 0 || dataSize < 0 || start < 0 || part != 0) {
                return Optional.empty();
            }
            return Optional.of(new EntryHeader(
                    unsigned(bytes, common + VERSION),
                    unsigned(bytes, common + FLAGS),
                    unsigned(bytes, common + METHOD),
                    bytes.getInt(common + TIME),
                    Integer.toUnsignedLong(bytes.getInt(common + CRC)),
                    dataSize,
                    size,
                    start,
                    attributes,
                    new String(name, ISO_8859_1),
                    extras));
        });
    }

    /** Returns a size, from the ZIP64 field where it stands there; negative where it should and does not. */
    private static long size(int inHeader, ByteBuffer wide) {
        long size = Integer.toUnsignedLong(inHeader);
        if (size != ELSEWHERE) {
            return size;
        }
        return wide.remaining() >= Long.BYTES ? wide.getLong() : -1;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Returns how it is encrypted with AES; empty if it is not, or the field is of another form. */
    Optional<AesField> aes() {
        return AesField.read(extras.get(ExtraFields.AES));
    }
}
