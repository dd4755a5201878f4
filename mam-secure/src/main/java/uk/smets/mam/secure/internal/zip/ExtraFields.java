package uk.smets.mam.secure.internal.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The extra fields of a ZIP header, each a number and its bytes. */
public final class ExtraFields {
    static final int ZIP64 = 0x0001;
    static final int AES = 0x9901;

    /** Another name for the entry, which some programs take in place of the header's. */
    static final int UNICODE_PATH = 0x7075;

    private static final int HEADING = 4;

    private final Map<Integer, byte[]> fields = new HashMap<>();

    private ExtraFields() {}

    /** Returns the fields in these bytes; empty if they do not end together, or a number comes twice. */
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

    /** Returns the bytes of a field, none if it is not there. */
    ByteBuffer get(int number) {
        return ByteBuffer.wrap(fields.getOrDefault(number, new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
    }
}
