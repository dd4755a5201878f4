package uk.smets.mam.secure.internal.cms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.certificate.Asn1Shape;
import uk.smets.mam.secure.internal.certificate.CertificateFile;

/**
 * A CMS SignedData (RFC 5652) from untrusted bytes, parsed and within limits; it is not verified.
 *
 * @param info the parsed message
 * @param data the signed data in it
 * @param certificates the certificates in it, which are not trusted
 * @param encoding the parts that have to be in DER, as received
 */
public record CmsMessage(ContentInfo info, SignedData data, List<X509Certificate> certificates, CmsEncoding encoding) {
    /** The file name extension of a detached signature. */
    public static final String DETACHED_EXTENSION = ".p7s";

    /** The file name extension of a message that encloses a file. */
    public static final String ENCLOSED_EXTENSION = ".p7m";

    /** Enough for a signer, two authorities above it, and their successors. */
    private static final int MAX_CERTIFICATES = 16;

    /** The MAM has one. */
    private static final int MAX_SIGNERS = 8;

    private static final List<String> TEXT_STARTS = List.of("-", "MIME-Version", "Content-Type");
    private static final int LONGEST_START = 12;

    public static CmsMessage parse(byte[] encoded) {
        Optional<String> misshapen = Asn1Shape.problemOf(encoded);
        if (misshapen.isPresent()) {
            throw refused(
                    startsWithText(encoded)
                            ? "the signature is text, not DER: convert it, for example with openssl cms -inform PEM"
                                    + " (or SMIME) -outform DER"
                            : "the signature is not a CMS message: " + misshapen.get(),
                    null);
        }
        try {
            ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(encoded));
            if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
                throw refused("the signature is a CMS message, but not SignedData", null);
            }
            SignedData data = SignedData.getInstance(info.getContent());
            CmsEncoding outline = CmsEncoding.of(encoded);
            return new CmsMessage(info, data, certificates(data, outline), outline).bounded();
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed input.
            throw e instanceof SecureExchangeException known
                    ? known
                    : refused("the signature is not a readable CMS message", e);
        }
    }

    /** Returns whether the bytes are PEM or S/MIME, which is OpenSSL's default. */
    private static boolean startsWithText(byte[] encoded) {
        String start = new String(encoded, 0, Math.min(encoded.length, LONGEST_START), ISO_8859_1);
        return TEXT_STARTS.stream().anyMatch(start::startsWith);
    }

    private CmsMessage bounded() {
        if (data.getSignerInfos().size() == 0) {
            throw new SecureExchangeException(Rule.SIGNATURE_MISSING, "the CMS message contains no signature");
        }
        if (data.getSignerInfos().size() > MAX_SIGNERS) {
            throw refused("the signature has more than " + MAX_SIGNERS + " signers", null);
        }
        if (!CmsVersions.areAsTheContents(data)) {
            throw refused("the signature has a CMS version that does not match its content", null);
        }
        return this;
    }

    private static List<X509Certificate> certificates(SignedData data, CmsEncoding outline) {
        ASN1Set set = data.getCertificates();
        if (set == null) {
            return List.of();
        }
        if (set.size() > MAX_CERTIFICATES) {
            throw refused("the signature contains more than " + MAX_CERTIFICATES + " certificates", null);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] encoded : outline.certificates()) {
            certificate(encoded).ifPresent(certificates::add);
        }
        return certificates;
    }

    /** Returns the readable certificates; an unreadable one cannot be part of a path. */
    private static Optional<X509Certificate> certificate(byte[] encoded) {
        try {
            return Optional.of(CertificateFile.certificate(encoded));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    /** Returns the problem with the form of an otherwise valid message: unsigned parts that could have been changed. */
    public Optional<String> problemOfForm() {
        try {
            if (hasASignerTwice()) {
                return Optional.of("the signature has the same signer twice");
            }
            if (!CmsAlgorithms.areListedOnlyIfUsed(data)) {
                return Optional.of("the signature lists a digest twice, or one that no signer uses");
            }
        } catch (RuntimeException e) {
            // Bouncy Castle throws various unchecked exceptions on malformed input, some of them late.
            return Optional.of("the signature does not follow RFC 5652");
        }
        return encoding.signedAttributes().stream().allMatch(CmsEncoding::isSetInDer)
                ? Optional.empty()
                : Optional.of("the signed attributes are not in DER");
    }

    private boolean hasASignerTwice() {
        Set<ASN1Encodable> named = new HashSet<>();
        for (ASN1Encodable encoded : data.getSignerInfos()) {
            if (!named.add(SignerInfo.getInstance(encoded).getSID())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the content, if the message encloses it. */
    public Optional<byte[]> enclosed() {
        ASN1Encodable content = data.getEncapContentInfo().getContent();
        if (content == null) {
            return Optional.empty();
        }
        if (content instanceof ASN1OctetString octets) {
            return Optional.of(octets.getOctets());
        }
        throw refused("the enclosed content is not an octet string", null);
    }

    private static SecureExchangeException refused(String message, @Nullable Throwable cause) {
        return new SecureExchangeException(Rule.SIGNATURE_INVALID, message, cause);
    }
}
