package uk.smets.mam.secure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import uk.smets.mam.secure.internal.certificate.Asn1Shape;
import uk.smets.mam.secure.signature.NamedFile;

/** Recognises files that must not be mailed, such as private keys, if they are given in place of a signature by mistake. */
final class NotToBeMailed {
    private static final String PEM_KEY = "PRIVATE KEY-----";
    private static final int JAVA_KEY_STORE = 0xFEEDFEED;
    private static final int ZIP = 0x504B0304;
    private static final byte SEQUENCE = 0x30;

    private NotToBeMailed() {}

    /** Returns a description of the file and what to do; empty if it may be mailed. */
    static Optional<String> whatIs(NamedFile file) {
        byte[] bytes = file.bytes();
        if (startsWith(bytes, ZIP)) {
            return Optional.of(
                    "an archive or a workbook, which is not mailed: put the archive into its SharePoint folder");
        }
        boolean key = startsWith(bytes, JAVA_KEY_STORE)
                || new String(bytes, ISO_8859_1).contains(PEM_KEY)
                || (bytes.length > 0
                        && bytes[0] == SEQUENCE
                        && Asn1Shape.problemOf(bytes).isEmpty()
                        && isKey(bytes));
        return key
                ? Optional.of("a private key or a key store, which must never be mailed: give the signature")
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int start) {
        return bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == start;
    }

    /** Returns whether the bytes are a key: PKCS #12, PKCS #8 in the clear or encrypted, PKCS #1, or SEC 1. */
    private static boolean isKey(byte[] der) {
        return parses(der, Pfx::getInstance)
                || parses(der, PrivateKeyInfo::getInstance)
                || parses(der, RSAPrivateKey::getInstance)
                || parses(der, NotToBeMailed::otherKey);
    }

    private static ASN1Sequence otherKey(Object der) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(der);
        if (isEncryptedKey(sequence) || isEllipticKey(sequence)) {
            return sequence;
        }
        throw new IllegalArgumentException("not a key");
    }

    /** Excludes a digest, which has the same structure but an algorithm that does not encrypt. */
    private static boolean isEncryptedKey(ASN1Sequence sequence) {
        return sequence.size() == 2
                && sequence.getObjectAt(1) instanceof ASN1OctetString
                && sequence.getObjectAt(0) instanceof ASN1Sequence algorithm
                && algorithm.size() > 0
                && algorithm.getObjectAt(0) instanceof ASN1ObjectIdentifier type
                && (type.on(PKCSObjectIdentifiers.pkcs_5) || type.on(PKCSObjectIdentifiers.pkcs_12));
    }

    private static boolean isEllipticKey(ASN1Sequence sequence) {
        return sequence.size() >= 2
                && sequence.getObjectAt(0) instanceof ASN1Integer version
                && version.hasValue(1)
                && sequence.getObjectAt(1) instanceof ASN1OctetString;
    }

    private static boolean parses(byte[] der, Function<Object, ?> form) {
        try {
            return form.apply(der) != null;
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on any other structure.
            return false;
        }
    }
}
