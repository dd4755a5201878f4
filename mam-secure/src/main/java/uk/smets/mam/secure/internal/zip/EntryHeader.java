package uk.smets.mam.secure.internal.zip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The header of an entry: the local one, before the data, or the central one, in the directory at the end of the archive.
 *
 * @param version the version of the format that is needed to extract the entry
 * @param flags the general purpose flags
 * @param method the compression method, or {@link #AES} if the AES field contains it
 * @param time date and time in the ZIP's own form
 * @param crc the CRC of the content
 * @param dataSize the size of the data in bytes, including the overhead of encryption
 * @param size the size of the content in bytes
 * @param offset the offset of the entry; 0 in a local header, which has no offset
 * @param attributes the file attributes; 0 in a local header, which has no attributes
 * @param name the name, one character for each byte
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
    /** The length of a header before the name, in bytes. */
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

    /** The offset of the part that both kinds of header have. */
    private static final int LOCAL_COMMON = 4;

    private static final int CENTRAL_COMMON = 6;

    /** Offsets in that part. */
    private static final int VERSION = 0;

    private static final int FLAGS = 2;
    private static final int METHOD = 4;
    private static final int TIME = 6;
    private static final int CRC = 10;
    private static final int DATA_SIZE = 14;
    private static final int SIZE = 18;
    private static final int NAME_LENGTH = 22;
    private static final int EXTRA_LENGTH = 24;

    /** Offsets of the other fields of a central header. */
    private static final int COMMENT_LENGTH = 32;

    private static final int DISK = 34;
    private static final int ATTRIBUTES = 38;
    private static final int OFFSET = 42;

    /** The placeholder for a number that is in the ZIP64 field. */
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private static final int DISK_ELSEWHERE = 0xFFFF;

    /** Returns the length of the local header that starts with these bytes; empty if they are not the start of one. */
    static Optional<Integer> localLength(ByteBuffer start) {
        return start.getInt(0) == LOCAL
                ? Optional.of(LOCAL_LENGTH + variableLength(start, LOCAL_COMMON))
                : Optional.empty();
    }

    /** Returns the local header in these bytes; empty if they are not valid. */
    static Optional<EntryHeader> local(ByteBuffer bytes) {
        return read(bytes, LOCAL_COMMON, LOCAL_LENGTH, 0, 0, 0);
    }

    /** Returns the central header in these bytes; empty if they are not valid, or not exactly one header. */
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

    /** Returns the length of the name and the extra fields. */
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
            // The ZIP64 field has only the numbers that do not fit into the header, in this order.
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

    /** Returns a size, taken from the ZIP64 field if the header has the placeholder; negative if the field lacks it. */
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

    /** Returns the AES field; empty if it is missing or not valid. */
    Optional<AesField> aes() {
        return AesField.read(extras.get(ExtraFields.AES));
    }

    /**
     * The extra field with the parameters of AES encryption.
     *
     * @param version 1 (AE-1, with the CRC of the plaintext) or 2 (AE-2, without)
     * @param strength 1 for a key of 128 bits, 2 for 192, 3 for 256
     * @param method the compression method
     */
    public record AesField(int version, int strength, int method) {
        static final int AE_1 = 1;
        static final int AE_2 = 2;
        static final int AES_256 = 3;

        private static final int LENGTH = 7;

        /** "AE" in little-endian order. */
        private static final int VENDOR = 'A' | 'E' << Byte.SIZE;

        /** Returns the field, or empty if its bytes are not valid. */
        static Optional<AesField> read(ByteBuffer bytes) {
            if (bytes.remaining() != LENGTH) {
                return Optional.empty();
            }
            int version = Short.toUnsignedInt(bytes.getShort());
            int vendor = Short.toUnsignedInt(bytes.getShort());
            int strength = Byte.toUnsignedInt(bytes.get());
            int method = Short.toUnsignedInt(bytes.getShort());
            boolean known =
                    vendor == VENDOR && version >= AE_1 && version <= AE_2 && strength >= 1 && strength <= AES_256;
            return known ? Optional.of(new AesField(version, strength, method)) : Optional.empty();
        }

        int bits() {
            return 64 + 64 * strength;
        }
    }

    /** The extra fields of a ZIP header, each a number and its bytes. */
    public static final class ExtraFields {
        static final int ZIP64 = 0x0001;
        static final int AES = 0x9901;

        /** An alternative name for the entry, which some programs use instead of the header's. */
        static final int UNICODE_PATH = 0x7075;

        private static final int HEADING = 4;

        private final Map<Integer, byte[]> fields = new HashMap<>();

        private ExtraFields() {}

        /** Returns the fields in these bytes; empty if the last is truncated, or a number occurs twice. */
        static Optional<ExtraFields> read(byte[] bytes) {
            ByteBuffer left = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            ExtraFields read = new ExtraFields();
            while (left.hasRemaining()) {
                if (left.remaining() < HEADING) {
                    return Optional.empty();
                }
                int number = Short.toUnsignedInt(left.getShort());
                int length = Short.toUnsignedInt(left.getShort());
                if (length > left.remaining() || read.has(number)) {
                    return Optional.empty();
                }
                byte[] content = new byte[length];
                left.get(content);
                read.fields.put(number, content);
            }
            return Optional.of(read);
        }

        boolean has(int number) {
            return fields.containsKey(number);
        }

        /** Returns the bytes of a field; empty if it is missing. */
        ByteBuffer get(int number) {
            return ByteBuffer.wrap(fields.getOrDefault(number, new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
