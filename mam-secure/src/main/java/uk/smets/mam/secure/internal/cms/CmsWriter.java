package uk.smets.mam.secure.internal.cms;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import uk.smets.mam.secure.archive.ArchiveHash;
import uk.smets.mam.secure.internal.certificate.BouncyCastle;
import uk.smets.mam.secure.internal.certificate.SignatureValue;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.key.SigningKey;

/**
 * Writes a CMS SignedData (RFC 5652) in DER: one signer, SHA-256, the signer's certificate and the known certificates above it,
 * without the root, which the receiver must have.
 */
public final class CmsWriter {
    private final SigningKey key;
    private final Instant signingTime;
    private final Optional<ArchiveHash> archive;

    public CmsWriter(SigningKey key, Instant signingTime, Optional<ArchiveHash> archive) {
        this.key = key;
        this.signingTime = signingTime;
        this.archive = archive;
    }

    public byte[] write(byte[] content, boolean enclose) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            X509CertificateHolder certificate =
                    new JcaX509CertificateHolder(key.chain().get(0));
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(BouncyCastle.PROVIDER)
                            .build())
                    .setSignedAttributeGenerator(new AttributesToSign(certificate))
                    .build(new KeySigner(key), certificate));
            generator.addCertificates(new JcaCertStore(enclosedCertificates()));
            return generator
                    .generate(new CMSProcessableByteArray(content), enclose)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("a signature that was made could not be written", e);
        }
    }

    private List<X509Certificate> enclosedCertificates() {
        List<X509Certificate> certificates = new ArrayList<>(List.of(key.chain().get(0)));
        key.chain().stream()
                .skip(1)
                .filter(above -> !above.getSubjectX500Principal().equals(above.getIssuerX500Principal()))
                .forEach(certificates::add);
        return certificates;
    }

    /** Replaces the generator's own signed attributes, which use the system time. */
    private final class AttributesToSign implements CMSAttributeTableGenerator {
        private final X509CertificateHolder certificate;

        private AttributesToSign(X509CertificateHolder certificate) {
            this.certificate = certificate;
        }

        @Override
        @SuppressWarnings("rawtypes") // the generator's own signature
        public AttributeTable getAttributes(Map parameters) {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(attribute(CMSAttributes.contentType, value(parameters, CONTENT_TYPE)));
            attributes.add(attribute(CMSAttributes.signingTime, new Time(Date.from(signingTime))));
            attributes.add(attribute(CMSAttributes.messageDigest, new DEROctetString((byte[]) parameters.get(DIGEST))));
            attributes.add(attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, signingCertificate()));
            attributes.add(attribute(
                    CMSAttributes.cmsAlgorithmProtect,
                    new CMSAlgorithmProtection(
                            (AlgorithmIdentifier) value(parameters, DIGEST_ALGORITHM_IDENTIFIER),
                            CMSAlgorithmProtection.SIGNATURE,
                            (AlgorithmIdentifier) value(parameters, SIGNATURE_ALGORITHM_IDENTIFIER))));
            archive.ifPresent(hash -> attributes.add(attribute(
                    new ASN1ObjectIdentifier(ArchiveHash.OBJECT_IDENTIFIER), new DEROctetString(hash.sha256()))));
            return new AttributeTable(attributes);
        }

        private static ASN1Encodable value(Map<?, ?> parameters, String name) {
            return (ASN1Encodable) requireNonNull(parameters.get(name), name);
        }

        private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
            return new Attribute(type, new DERSet(value));
        }

        /** Identifies the signing certificate (RFC 5035), so that no other certificate of the same key can replace it. */
        private SigningCertificateV2 signingCertificate() {
            try {
                return new SigningCertificateV2(new ESSCertIDv2(
                        CmsAlgorithms.hash(DigestAlgorithm.SHA_256, certificate.getEncoded()),
                        new IssuerSerial(
                                new GeneralNames(new GeneralName(certificate.getIssuer())),
                                certificate.getSerialNumber())));
            } catch (IOException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
    }

    /** Signs the generator's output: the encoded attributes. */
    private static final class KeySigner implements ContentSigner {
        private final ByteArrayOutputStream signed = new ByteArrayOutputStream();
        private final SigningKey key;

        private KeySigner(SigningKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder()
                    .find(SignatureValue.algorithm(
                            "SHA-256", key.chain().get(0).getPublicKey().getAlgorithm()));
        }

        @Override
        public OutputStream getOutputStream() {
            return signed;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(signed.toByteArray());
        }
    }
}
