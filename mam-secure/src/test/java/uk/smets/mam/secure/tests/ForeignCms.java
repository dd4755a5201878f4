package uk.smets.mam.secure.tests;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A CMS signature created by Bouncy Castle, independently of the library, with the errors that a test needs. */
final class ForeignCms {
    private final CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    private String digest = "SHA256";
    private UnaryOperator<List<Attribute>> attributes = UnaryOperator.identity();
    private boolean attributesSigned = true;
    private boolean bySubjectKey;
    private boolean enclosed;
    private ASN1ObjectIdentifier contentType = PKCSObjectIdentifiers.data;
    private Date signingTime = Date.from(TestPki.NOW);

    ForeignCms digest(String name) {
        digest = name;
        return this;
    }

    ForeignCms signedAt(java.time.Instant time) {
        signingTime = Date.from(time);
        return this;
    }

    ForeignCms enclosed() {
        enclosed = true;
        return this;
    }

    ForeignCms contentType(ASN1ObjectIdentifier type) {
        contentType = type;
        return this;
    }

    ForeignCms withoutSignedAttributes() {
        attributesSigned = false;
        return this;
    }

    /** Identifies the signer by its subject key identifier. */
    ForeignCms bySubjectKey() {
        bySubjectKey = true;
        return this;
    }

    /** Changes the signed attributes of the signers that are added afterwards. */
    ForeignCms attributes(UnaryOperator<List<Attribute>> change) {
        attributes = change;
        return this;
    }

    /** Replaces the values of an attribute. */
    ForeignCms with(ASN1ObjectIdentifier type, ASN1Encodable... values) {
        return attributes(list -> {
            List<Attribute> changed = new ArrayList<>(list);
            changed.removeIf(attribute -> attribute.getAttrType().equals(type));
            changed.add(new Attribute(type, new DERSet(values)));
            return changed;
        });
    }

    ForeignCms without(ASN1ObjectIdentifier type) {
        return attributes(list -> list.stream()
                .filter(attribute -> !attribute.getAttrType().equals(type))
                .toList());
    }

    ForeignCms certificates(X509Certificate... certificates) {
        try {
            generator.addCertificates(new JcaCertStore(List.of(certificates)));
            return this;
        } catch (GeneralSecurityException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    ForeignCms list(X509CRL list) {
        try {
            generator.addCRL(new JcaX509CRLHolder(list));
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ForeignCms signer(TestPki.Holder holder) {
        return signer(holder, holder.certificate());
    }

    /** A signature by one key that names the certificate of another. */
    ForeignCms signer(TestPki.Holder holder, X509Certificate named) {
        try {
            String algorithm = holder.key().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
            ContentSigner signer = new JcaContentSignerBuilder(digest + "with" + algorithm)
                    .setProvider(TestPki.BOUNCY_CASTLE)
                    .setSecureRandom(new SeededRandom(1))
                    .build(holder.key());
            JcaSignerInfoGeneratorBuilder builder =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(TestPki.BOUNCY_CASTLE)
                            .build());
            if (attributesSigned) {
                builder.setSignedAttributeGenerator(generator(named, attributes));
            } else {
                builder.setDirectSignature(true);
            }
            generator.addSignerInfoGenerator(
                    bySubjectKey
                            ? builder.build(
                                    signer,
                                    new JcaX509ExtensionUtils()
                                            .createSubjectKeyIdentifier(named.getPublicKey())
                                            .getKeyIdentifier())
                            : builder.build(signer, named));
            return this;
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private CMSAttributeTableGenerator generator(X509Certificate named, UnaryOperator<List<Attribute>> change) {
        return parameters -> {
            List<Attribute> list = List.of(
                    attribute(CMSAttributes.contentType, (ASN1Encodable) value(parameters, "contentType")),
                    attribute(CMSAttributes.signingTime, new Time(signingTime)),
                    attribute(CMSAttributes.messageDigest, new DEROctetString((byte[]) value(parameters, "digest"))),
                    attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference(named)));
            ASN1EncodableVector vector = new ASN1EncodableVector();
            change.apply(list).forEach(vector::add);
            return new AttributeTable(vector);
        };
    }

    private static Object value(Map<?, ?> parameters, String name) {
        return parameters.get(name);
    }

    static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }

    static SigningCertificateV2 reference(X509Certificate certificate) {
        try {
            return new SigningCertificateV2(
                    new ESSCertIDv2(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] over(byte[] content) {
        return over(content, ASN1Encoding.DER);
    }

    byte[] over(byte[] content, String encoding) {
        try {
            CMSTypedData typed = new CMSProcessableByteArray(contentType, content);
            return generator.generate(typed, enclosed).getEncoded(encoding);
        } catch (CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
