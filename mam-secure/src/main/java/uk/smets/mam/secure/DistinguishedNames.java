package uk.smets.mam.secure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/** Distinguished names as text. */
final class DistinguishedNames {
    private static final HexFormat PAIR = HexFormat.of().withUpperCase();

    private DistinguishedNames() {}

    /** The name in RFC 2253 form, as XML Signature writes an X509IssuerName, in printable ASCII. */
    static String text(X500Principal name) {
        String text = name.getName(X500Principal.RFC2253);
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character >= ' ' && character <= '~') {
                ascii.append((char) character);
            } else {
                for (byte octet : Character.toString(character).getBytes(UTF_8)) {
                    ascii.append('\\').append(PAIR.toHexDigits(octet));
                }
            }
        });
        return ascii.toString();
    }

    /**
     * Whether a name is another, part by part in their order. Bouncy Castle's own comparison takes a name whose order is reversed
     * for the same.
     */
    static boolean areEqual(ASN1Encodable name, X500Principal other) {
        try {
            return new X500Principal(name.toASN1Primitive().getEncoded()).equals(other);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a name is another to the letter. */
    static boolean areWrittenAlike(ASN1Encodable name, X500Principal other) {
        try {
            return Arrays.equals(name.toASN1Primitive().getEncoded(ASN1Encoding.DER), other.getEncoded());
        } catch (IOException e) {
            return false;
        }
    }
}
