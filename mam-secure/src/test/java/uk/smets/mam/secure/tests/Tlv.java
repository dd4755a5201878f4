package uk.smets.mam.secure.tests;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An ASN.1 value that can be decomposed, changed and encoded again, also in ways that no encoder would. Octet and bit strings that
 * contain a value are decomposed too. Independent of the library, so that tests do not share its mistakes.
 */
final class Tlv {
    private static final int DEEPEST = 200;
    private static final int OCTET_STRING = 4;
    private static final int BIT_STRING = 3;

    /** The form of the length. */
    enum Form {
        SHORTEST,
        INDEFINITE,
        LONG,
        GIVEN
    }

    byte[] tag;
    byte[] content;
    List<Tlv> children;
    Form form = Form.SHORTEST;
    byte[] givenLength = {};

    Tlv(byte[] tag, byte[] content, List<Tlv> children) {
        this.tag = tag;
        this.content = content;
        this.children = children;
    }

    static Tlv constructed(int tag, Tlv... children) {
        return new Tlv(new byte[] {(byte) tag}, new byte[0], new ArrayList<>(List.of(children)));
    }

    /** A value with these bytes as its encoding. */
    static Tlv raw(byte[] bytes) {
        Tlv raw = new Tlv(new byte[0], bytes, new ArrayList<>());
        raw.form = Form.GIVEN;
        return raw;
    }

    /** Decodes the single value in the bytes. */
    static Tlv of(byte[] bytes) {
        return find(bytes, 0).orElseThrow(() -> new IllegalArgumentException("not one value"));
    }

    private static Optional<Tlv> find(byte[] bytes, int depth) {
        Reader reader = new Reader(bytes);
        Tlv value = reader.read(bytes.length, depth);
        return value != null && reader.at == bytes.length ? Optional.of(value) : Optional.empty();
    }

    boolean isConstructed() {
        return (tag[0] & 0x20) != 0;
    }

    /** This value and all values in it, outer values first. */
    List<Tlv> all() {
        List<Tlv> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children);
        }
        return all;
    }

    Tlv copy() {
        Tlv copy = new Tlv(
                tag.clone(),
                content.clone(),
                new ArrayList<>(children.stream().map(Tlv::copy).toList()));
        copy.form = form;
        copy.givenLength = givenLength;
        return copy;
    }

    byte[] encoded() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(content);
        children.forEach(child -> body.writeBytes(child.encoded()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(tag);
        out.writeBytes(length(body.size()));
        out.writeBytes(body.toByteArray());
        if (form == Form.INDEFINITE) {
            out.writeBytes(new byte[2]);
        }
        return out.toByteArray();
    }

    private byte[] length(int size) {
        return switch (form) {
            case GIVEN -> givenLength;
            case INDEFINITE -> new byte[] {(byte) 0x80};
            case LONG ->
                new byte[] {(byte) 0x84, (byte) (size >>> 24), (byte) (size >>> 16), (byte) (size >>> 8), (byte) size};
            case SHORTEST -> shortest(size);
        };
    }

    private static byte[] shortest(int size) {
        if (size < 0x80) {
            return new byte[] {(byte) size};
        }
        byte[] number = BigInteger.valueOf(size).toByteArray();
        int zeros = number[0] == 0 ? 1 : 0;
        byte[] length = new byte[number.length - zeros + 1];
        length[0] = (byte) (0x80 | number.length - zeros);
        System.arraycopy(number, zeros, length, 1, number.length - zeros);
        return length;
    }

    /** Reads valid encodings, and returns null for others. */
    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        Tlv read(int end, int depth) {
            int start = at;
            if (depth > DEEPEST || at + 2 > end || bytes[at] == 0) {
                return null;
            }
            if ((bytes[at++] & 0x1F) == 0x1F) {
                while (at < end - 1 && bytes[at++] < 0) {
                    // the octets of a long tag
                }
            }
            byte[] tag = Arrays.copyOfRange(bytes, start, at);
            int first = bytes[at++] & 0xFF;
            if (first == 0x80) {
                return indefinite(tag, end, depth);
            }
            int octets = first < 0x80 ? 0 : first - 0x80;
            if (octets > 3 || at + octets > end) {
                return null;
            }
            int length = first < 0x80 ? first : new BigInteger(1, bytes, at, octets).intValue();
            at += octets;
            if (length > end - at) {
                return null;
            }
            byte[] content = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            return definite(tag, content, depth);
        }

        private Tlv indefinite(byte[] tag, int end, int depth) {
            List<Tlv> children = new ArrayList<>();
            while (at + 1 < end && (bytes[at] != 0 || bytes[at + 1] != 0)) {
                Tlv child = read(end, depth + 1);
                if (child == null) {
                    return null;
                }
                children.add(child);
            }
            at += 2;
            Tlv value = new Tlv(tag, new byte[0], children);
            value.form = Form.INDEFINITE;
            return at <= end && value.isConstructed() ? value : null;
        }

        private static Tlv definite(byte[] tag, byte[] content, int depth) {
            if ((tag[0] & 0x20) != 0) {
                List<Tlv> children = new ArrayList<>();
                Reader inner = new Reader(content);
                while (inner.at < content.length) {
                    Tlv child = inner.read(content.length, depth + 1);
                    if (child == null) {
                        return null;
                    }
                    children.add(child);
                }
                return new Tlv(tag, new byte[0], children);
            }
            int before = tag[0] == OCTET_STRING ? 0 : tag[0] == BIT_STRING && content.length > 2 ? 1 : content.length;
            byte[] inside = Arrays.copyOfRange(content, before, content.length);
            return find(inside, depth + 1)
                    .map(child -> new Tlv(tag, Arrays.copyOf(content, before), new ArrayList<>(List.of(child))))
                    .orElseGet(() -> new Tlv(tag, content, new ArrayList<>()));
        }
    }
}
