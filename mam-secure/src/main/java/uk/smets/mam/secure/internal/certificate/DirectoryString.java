package uk.smets.mam.secure.internal.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1NumericString;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1T61String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.ASN1VisibleString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the string types of X.520. The JDK replaces invalid octets by U+FFFD, so that two names can have one text; here they are an
 * error.
 */
public final class DirectoryString {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

    private DirectoryString() {}

    /**
     * Returns the text of a value, or empty if it does not have a string type.
     *
     * @throws IllegalArgumentException if its octets are not valid for its type
     */
    static Optional<String> find(ASN1Encodable value) {
        ASN1Primitive primitive = value.toASN1Primitive();
        Charset charset = charset(primitive);
        return charset == null ? Optional.empty() : Optional.of(decode(octets(primitive), charset));
    }

    private static @Nullable Charset charset(ASN1Primitive value) {
        if (value instanceof ASN1UTF8String) {
            return UTF_8;
        }
        if (value instanceof ASN1BMPString) {
            return UTF_16BE;
        }
        if (value instanceof ASN1UniversalString) {
            return UTF_32BE;
        }
        // Most of these do not allow octets over 0x7F; any that occur are read as Latin-1, as OpenSSL does.
        return value instanceof ASN1PrintableString
                        || value instanceof ASN1T61String
                        || value instanceof ASN1IA5String
                        || value instanceof ASN1NumericString
                        || value instanceof ASN1VisibleString
                ? ISO_8859_1
                : null;
    }

    /** Returns the content octets of any string type: with an implicit tag, every string is an octet string. */
    private static byte[] octets(ASN1Primitive value) {
        try {
            byte[] der = new DERTaggedObject(false, 0, value).getEncoded("DER");
            return ASN1OctetString.getInstance((ASN1TaggedObject) ASN1Primitive.fromByteArray(der), false)
                    .getOctets();
        } catch (IOException e) {
            throw new IllegalArgumentException("a part of the name has no DER encoding", e);
        }
    }

    private static String decode(byte[] octets, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            // A BMPString contains only characters of 16 bits, and no surrogate pairs.
            if (charset.equals(UTF_16BE) && text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
                throw new IllegalArgumentException("a part of the name has a surrogate in a BMPString");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a part of the name is not in " + charset.name(), e);
        }
    }
}
