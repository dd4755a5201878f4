package uk.smets.mam.secure.internal.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Converts distinguished names to text and compares them. */
public final class DistinguishedNames {
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    /** The attribute types that RFC 2253, section 2.3, names. Others are written as their OID and their encoding. */
    private static final Map<ASN1ObjectIdentifier, String> KEYWORDS = Map.of(
            BCStyle.CN, "CN",
            BCStyle.L, "L",
            BCStyle.ST, "ST",
            BCStyle.O, "O",
            BCStyle.OU, "OU",
            BCStyle.C, "C",
            BCStyle.STREET, "STREET",
            BCStyle.DC, "DC",
            BCStyle.UID, "UID");

    private DistinguishedNames() {}

    /**
     * Returns the name in RFC 2253 form, as XML Signature writes an X509IssuerName, in printable ASCII: the last part first, other
     * characters as a backslash and two digits for each octet of their UTF-8.
     *
     * @throws IllegalArgumentException if a part of the name cannot be decoded
     */
    public static String text(X500Principal name) {
        RDN[] parts = X500Name.getInstance(name.getEncoded()).getRDNs();
        StringJoiner text = new StringJoiner(",");
        for (int i = parts.length - 1; i >= 0; i--) {
            text.add(text(parts[i]));
        }
        return text.toString();
    }

    private static String text(RDN part) {
        AttributeTypeAndValue[] attributes = part.getTypesAndValues();
        StringJoiner text = new StringJoiner("+");
        for (int i = attributes.length - 1; i >= 0; i--) {
            text.add(text(attributes[i]));
        }
        return text.toString();
    }

    private static String text(AttributeTypeAndValue attribute) {
        String type = attribute.getType().getId();
        String keyword = KEYWORDS.getOrDefault(attribute.getType(), type);
        Optional<String> value = keyword.equals(type) ? Optional.empty() : DirectoryString.find(attribute.getValue());
        return keyword + "="
                + value.map(DistinguishedNames::escape)
                        .orElseGet(() -> "#" + HexFormat.of().formatHex(encoded(attribute.getValue())));
    }

    /** Escapes a value (RFC 2253, section 2.4). */
    private static String escape(String value) {
        StringBuilder text = new StringBuilder(value.length());
        int last = value.length() - 1;
        for (int i = 0; i <= last; i = value.offsetByCodePoints(i, 1)) {
            int character = value.codePointAt(i);
            if (character < ' ' || character > '~') {
                for (byte octet : Character.toString(character).getBytes(UTF_8)) {
                    text.append('\\').append(HEXADECIMAL.toHexDigits(octet));
                }
            } else {
                boolean atAnEnd = character == ' ' && (i == 0 || i == last) || character == '#' && i == 0;
                if (atAnEnd || ",+\"\\<>;".indexOf(character) >= 0) {
                    text.append('\\');
                }
                text.append((char) character);
            }
        }
        return text.toString();
    }

    private static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("a part of the name has no DER encoding", e);
        }
    }

    /**
     * Returns the problem with the names in a certificate, or empty if both can be decoded. Every untrusted certificate is checked with
     * this first, so that no later step fails on an undecodable name.
     */
    public static Optional<String> problemIn(X509Certificate certificate) {
        return problemIn("issuer", certificate.getIssuerX500Principal())
                .or(() -> problemIn("subject", certificate.getSubjectX500Principal()));
    }

    private static Optional<String> problemIn(String field, X500Principal name) {
        return isReadable(name) ? Optional.empty() : Optional.of("its " + field + " cannot be decoded");
    }

    /** Returns whether a name can be decoded. Bouncy Castle reads parts of it lazily, and reports errors with other exceptions then. */
    public static boolean isReadable(X500Principal name) {
        try {
            text(name);
            SubjectName.of(name);
            return true;
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return false;
        }
    }

    /**
     * Returns whether two names are equal, part by part in the same order. Bouncy Castle's own comparison ignores the direction of
     * the order.
     */
    public static boolean areEqual(ASN1Encodable name, X500Principal other) {
        try {
            return new X500Principal(name.toASN1Primitive().getEncoded()).equals(other);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns whether two names have the same encoding. */
    public static boolean areWrittenAlike(ASN1Encodable name, X500Principal other) {
        try {
            return Arrays.equals(name.toASN1Primitive().getEncoded(ASN1Encoding.DER), other.getEncoded());
        } catch (IOException e) {
            return false;
        }
    }
}
