package uk.smets.mam.secure.internal.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.secure.internal.certificate.Der;

/**
 * The parts of a CMS message that have to be in DER, as received: the certificates (RFC 5280, 4.1) and the signed attributes (RFC
 * 5652, 5.3). Bouncy Castle re-encodes them in DER, regardless of their original encoding.
 *
 * @param certificates the X.509 certificates in the message
 * @param signedAttributes the signed attributes of its signers
 */
public record CmsEncoding(List<byte[]> certificates, List<byte[]> signedAttributes) {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int FIRST_TAGGED = 0xA0;
    /** In a message the version, the digests and the content; in a signer the version, the name and the digest. */
    private static final int BEFORE_TAGGED = 3;

    /** Splits a message that Bouncy Castle has read. */
    static CmsEncoding of(byte[] message) {
        List<byte[]> info = Der.children(message);
        List<byte[]> data = Der.children(Der.children(info.get(1)).get(0));
        List<byte[]> certificates = new ArrayList<>();
        tagged(data)
                .ifPresent(set -> Der.children(set).stream()
                        .filter(choice -> tagOf(choice) == SEQUENCE)
                        .forEach(certificates::add));
        List<byte[]> attributes = new ArrayList<>();
        for (byte[] signer : Der.children(data.get(data.size() - 1))) {
            tagged(Der.children(signer)).ifPresent(attributes::add);
        }
        return new CmsEncoding(certificates, attributes);
    }

    private static Optional<byte[]> tagged(List<byte[]> values) {
        return values.stream()
                .skip(BEFORE_TAGGED)
                .filter(value -> tagOf(value) == FIRST_TAGGED)
                .findFirst();
    }

    private static int tagOf(byte[] value) {
        return value[0] & 0xFF;
    }

    /** Returns whether a set is in DER except for its tag. */
    static boolean isSetInDer(byte[] tagged) {
        byte[] set = tagged.clone();
        set[0] = SET;
        return Der.isDer(set);
    }
}
