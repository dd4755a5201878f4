package uk.smets.mam.secure.internal.cms;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.path.TrustSettings;

/** The signed attributes of one signer (RFC 5652, 5.3 and 11), all of which have to be present once. */
public final class SignedAttributes {
    /** Those of a CMS signature have 300 bytes. Bouncy Castle sorts them in quadratic time. */
    private static final int MAX_SIZE = 16 << 10;

    private final Map<ASN1ObjectIdentifier, ASN1Set> values;
    private final Optional<Instant> signingTime;
    private final Optional<ArchiveHash> archive;

    private SignedAttributes(
            Map<ASN1ObjectIdentifier, ASN1Set> values, Optional<Instant> signingTime, Optional<ArchiveHash> archive) {
        this.values = values;
        this.signingTime = signingTime;
        this.archive = archive;
    }

    public static SignedAttributes read(SignedData data, SignerInformation signer) {
        ASN1Set signed = signer.toASN1Structure().getAuthenticatedAttributes();
        if (signed == null || signed.size() == 0) {
            throw refused("the signature has no signed attributes");
        }
        if (size(signed) > MAX_SIZE) {
            throw refused("the signed attributes have more than " + MAX_SIZE + " bytes");
        }
        Map<ASN1ObjectIdentifier, ASN1Set> values = new HashMap<>();
        for (ASN1Encodable encoded : signed) {
            Attribute attribute = Attribute.getInstance(encoded);
            if (values.put(attribute.getAttrType(), attribute.getAttrValues()) != null) {
                throw refused("a signed attribute, " + attribute.getAttrType().getId() + ", occurs twice");
            }
        }
        SignedAttributes attributes = new SignedAttributes(values, signingTime(values), archive(values));
        attributes.checkContentType(data);
        return attributes;
    }

    private static int size(ASN1Set set) {
        try {
            return set.getEncoded().length;
        } catch (IOException e) {
            throw new IllegalStateException("attributes that were read can be written", e);
        }
    }

    private static Optional<ASN1Encodable> only(
            Map<ASN1ObjectIdentifier, ASN1Set> values, ASN1ObjectIdentifier type, String name) {
        ASN1Set set = values.get(type);
        if (set == null) {
            return Optional.empty();
        }
        if (set.size() != 1) {
            throw refused("the signed attribute " + name + " has " + set.size() + " values instead of one");
        }
        return Optional.of(set.getObjectAt(0));
    }

    private static Optional<Instant> signingTime(Map<ASN1ObjectIdentifier, ASN1Set> values) {
        Optional<ASN1Encodable> value = only(values, CMSAttributes.signingTime, "signing time");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            // A value of any other type is not valid either.
            return Optional.of(
                    value.get() instanceof ASN1UTCTime utc
                            ? utc.getAdjustedDate().toInstant()
                            : ASN1GeneralizedTime.getInstance(value.get())
                                    .getDate()
                                    .toInstant());
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("the signing time is not a valid time");
        }
    }

    private static Optional<ArchiveHash> archive(Map<ASN1ObjectIdentifier, ASN1Set> values) {
        Optional<ASN1Encodable> value =
                only(values, new ASN1ObjectIdentifier(ArchiveHash.OBJECT_IDENTIFIER), "archive hash");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ArchiveHash.of(ASN1OctetString.getInstance(value.get()).getOctets()));
        } catch (IllegalArgumentException e) {
            throw refused("the archive's hash is not 32 octets");
        }
    }

    private void checkContentType(SignedData data) {
        ASN1ObjectIdentifier type = data.getEncapContentInfo().getContentType();
        if (!type.equals(CMSObjectIdentifiers.data)) {
            throw refused("the signature is over content of the type " + type.getId() + ", not over a file");
        }
        ASN1Encodable signed = only(values, CMSAttributes.contentType, "content type")
                .orElseThrow(() -> refused("the content type is not among the signed attributes"));
        if (!signed.equals(type)) {
            throw refused("the signed content type is not that of the message");
        }
    }

    /** Checks that the signature is over these bytes. */
    public void checkContent(SignerInformation signer, byte[] content) {
        ASN1Encodable signed = only(values, CMSAttributes.messageDigest, "message digest")
                .orElseThrow(() -> refused("the message digest is not among the signed attributes"));
        byte[] digest = CmsAlgorithms.hash(
                CmsAlgorithms.digest(signer.getDigestAlgorithmID().getAlgorithm())
                        .orElseThrow(),
                content);
        if (!(signed instanceof ASN1OctetString octets) || !MessageDigest.isEqual(octets.getOctets(), digest)) {
            throw refused("the signature is over other bytes: the file was changed after signing (perhaps only its"
                    + " line ends), or belongs to another signature");
        }
    }

    /** Checks that a signing-certificate attribute (RFC 5035) identifies this certificate. */
    public void checkCertificate(X509Certificate certificate, TrustSettings trust) {
        SigningCertificateAttribute.check(
                only(values, PKCSObjectIdentifiers.id_aa_signingCertificateV2, "signing certificate"),
                only(values, PKCSObjectIdentifiers.id_aa_signingCertificate, "signing certificate"),
                encoded(certificate),
                certificate,
                trust);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    public Optional<Instant> signingTime() {
        return signingTime;
    }

    public Optional<ArchiveHash> archive() {
        return archive;
    }

    /** Returns the values in DER, by the OIDs of their types. */
    public Map<String, byte[]> encoded() {
        Map<String, byte[]> encoded = new HashMap<>();
        values.forEach((type, set) -> {
            try {
                encoded.put(type.getId(), set.getEncoded(ASN1Encoding.DER));
            } catch (IOException e) {
                throw new IllegalStateException("an attribute that was read can be written", e);
            }
        });
        return encoded;
    }

    private static SecureExchangeException refused(String message) {
        return new SecureExchangeException(Rule.SIGNATURE_INVALID, message);
    }
}
