package uk.smets.mam.secure.internal.certificate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** The nested values of bytes whose outline {@link Asn1Shape} has checked, as they were received. A parser would re-encode them. */
public final class Der {
    private static final int INDEFINITE = 0x80;

    private final byte[] bytes;

    private Der(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns whether bytes are the DER encoding of their value (X.690, 10 and 11). */
    public static boolean isDer(byte[] encoded) {
        try {
            return Arrays.equals(ASN1Primitive.fromByteArray(encoded).getEncoded(ASN1Encoding.DER), encoded);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed input.
            return false;
        }
    }

    /** Returns the values in a constructed value. */
    public static List<byte[]> children(byte[] value) {
        Der der = new Der(value);
        List<byte[]> children = new ArrayList<>();
        int at = der.contentAt(0);
        int end = der.isIndefinite(0) ? value.length - 2 : value.length;
        while (at < end) {
            int next = der.endOf(at);
            children.add(Arrays.copyOfRange(value, at, next));
            at = next;
        }
        return children;
    }

    private int lengthAt(int at) {
        int length = at + 1;
        if ((bytes[at] & 0x1F) == 0x1F) {
            while ((bytes[length++] & 0x80) != 0) {
                // the octets of a long tag
            }
        }
        return length;
    }

    private boolean isIndefinite(int at) {
        return (bytes[lengthAt(at)] & 0xFF) == INDEFINITE;
    }

    private int contentAt(int at) {
        int length = lengthAt(at);
        int first = bytes[length] & 0xFF;
        return length + 1 + (first > INDEFINITE ? first - INDEFINITE : 0);
    }

    private int endOf(int at) {
        int content = contentAt(at);
        if (!isIndefinite(at)) {
            int length = lengthAt(at);
            int octets = bytes[length] & 0xFF;
            for (int i = length + 1; i < content; i++) {
                octets = (i == length + 1 ? 0 : octets << 8) | (bytes[i] & 0xFF);
            }
            return content + octets;
        }
        int inside = content;
        while (bytes[inside] != 0 || bytes[inside + 1] != 0) {
            inside = endOf(inside);
        }
        return inside + 2;
    }
}
