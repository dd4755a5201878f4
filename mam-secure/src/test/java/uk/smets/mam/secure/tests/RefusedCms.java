package uk.smets.mam.secure.tests;

import static uk.smets.mam.secure.tests.Verified.BYTES;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.foreign;
import static uk.smets.mam.secure.tests.Verified.trust;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.signature.Verification;

/** CMS messages that are refused, by their cause. */
final class RefusedCms {
    private final List<RefusedSignature> refused = new ArrayList<>();

    private RefusedCms() {}

    /** The verifications of all messages, each with one reason. */
    static List<RefusedSignature> all() {
        RefusedCms cms = new RefusedCms();
        try {
            cms.addDigests();
            cms.addRsaKeys();
            cms.addSignedAttributes();
            cms.addReferences();
            cms.addSigners();
            cms.addCertificates();
            cms.addContentAndTimes();
            cms.addDigestAlgorithms();
            cms.addEncodings();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
        return cms.refused;
    }

    private void refused(String cause, Rule rule, Verification verification) {
        refused.add(new RefusedSignature(cause, rule, verification));
    }

    private void invalid(String cause, ForeignCms cms) {
        refused(cause, Rule.SIGNATURE_INVALID, verify(cms.over(BYTES)));
    }

    private void addDigests() {
        invalid("SHA-1 digest", foreign().digest("SHA1").signer(PKI.supplier));
        byte[] signature = foreign().digest("SHA384").signer(PKI.supplier).over(BYTES);
        refused(
                "digest that the caller does not allow",
                Rule.SIGNATURE_INVALID,
                verify(trust().withDigests(Set.of(DigestAlgorithm.SHA_256)), signature));
        invalid("no signed attributes", foreign().withoutSignedAttributes().signer(PKI.supplier));
        invalid(
                "message digest of other bytes",
                foreign()
                        .with(CMSAttributes.messageDigest, new DEROctetString(new byte[32]))
                        .signer(PKI.supplier));
        invalid(
                "message digest that is text",
                foreign()
                        .with(CMSAttributes.messageDigest, new DERUTF8String("x"))
                        .signer(PKI.supplier));
    }

    private void addRsaKeys() {
        TestPki.Holder rsa =
                PKI.order(TestPki.name("RSA", "02")).pair(TestPki.rsa(2048)).issuedBy(PKI.issuing);
        invalid(
                "MD5 digest",
                new ForeignCms()
                        .certificates(rsa.certificate(), PKI.issuing.certificate())
                        .digest("MD5")
                        .signer(rsa));
        TestPki.Holder weak =
                PKI.order(TestPki.name("RSA", "02")).pair(TestPki.rsa(1024)).issuedBy(PKI.issuing);
        invalid(
                "RSA key of 1024 bits",
                new ForeignCms()
                        .certificates(weak.certificate(), PKI.issuing.certificate())
                        .signer(weak));
    }

    private void addSignedAttributes() throws GeneralSecurityException {
        DEROctetString digest =
                new DEROctetString(MessageDigest.getInstance("SHA-256").digest(BYTES));
        invalid(
                "no message digest",
                foreign().without(CMSAttributes.messageDigest).signer(PKI.supplier));
        invalid(
                "message digest with two values",
                foreign()
                        .with(CMSAttributes.messageDigest, digest, new DEROctetString(new byte[32]))
                        .signer(PKI.supplier));
        invalid(
                "message digest twice",
                foreign()
                        .attributes(list -> {
                            List<Attribute> twice = new ArrayList<>(list);
                            twice.add(ForeignCms.attribute(
                                    CMSAttributes.messageDigest, new DEROctetString(new byte[32])));
                            return twice;
                        })
                        .signer(PKI.supplier));
        invalid("no content type", foreign().without(CMSAttributes.contentType).signer(PKI.supplier));
        invalid(
                "other content type",
                foreign()
                        .with(CMSAttributes.contentType, CMSObjectIdentifiers.signedData)
                        .signer(PKI.supplier));
        invalid(
                "signature over a time stamp",
                foreign().contentType(PKCSObjectIdentifiers.id_ct_TSTInfo).signer(PKI.supplier));
        invalid(
                "2,000 signed attributes",
                foreign()
                        .attributes(list -> {
                            List<Attribute> horde = new ArrayList<>(list);
                            for (int i = 0; i < 2_000; i++) {
                                horde.add(ForeignCms.attribute(
                                        new ASN1ObjectIdentifier("1.2.3." + i), new DEROctetString(new byte[1])));
                            }
                            return horde;
                        })
                        .signer(PKI.supplier));
    }

    private void addReferences() throws GeneralSecurityException {
        invalid(
                "reference to another certificate",
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                ForeignCms.reference(PKI.issuing.certificate()))
                        .signer(PKI.supplier));
        invalid(
                "reference without an entry",
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(new ESSCertIDv2[0]))
                        .signer(PKI.supplier));
        invalid(
                "reference with another Serial Number",
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("CN=Z1,OU=07", 1))
                        .signer(PKI.supplier));
        invalid(
                "reference with another issuer",
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("CN=Z2,OU=07", 0))
                        .signer(PKI.supplier));
        byte[] sha1 = MessageDigest.getInstance("SHA-1")
                .digest(PKI.supplier.certificate().getEncoded());
        invalid(
                "reference with SHA-1",
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(
                                        new ESSCertIDv2(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1), sha1)))
                        .signer(PKI.supplier));
        invalid(
                "older reference with SHA-1",
                foreign()
                        .attributes(list -> List.of(
                                list.get(0),
                                list.get(1),
                                list.get(2),
                                ForeignCms.attribute(
                                        PKCSObjectIdentifiers.id_aa_signingCertificate,
                                        new SigningCertificate(new ESSCertID(sha1)))))
                        .signer(PKI.supplier));
        byte[] unnamed = foreign()
                .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .signer(PKI.supplier)
                .over(BYTES);
        refused(
                "no reference where one is required",
                Rule.SIGNATURE_INVALID,
                verify(trust().withSigningCertificateRequired(), unnamed));
    }

    private void addSigners() {
        invalid("signer twice", foreign().signer(PKI.supplier).signer(PKI.supplier));
        invalid(
                "signer twice with another digest",
                foreign().signer(PKI.supplier).digest("SHA512").signer(PKI.supplier));
        TestPki.Holder other = PKI.order(TestPki.name("Other", "02")).issuedBy(PKI.issuing);
        invalid("key of another certificate", foreign().signer(other, PKI.supplier.certificate()));
        refused(
                "message without a signer",
                Rule.SIGNATURE_MISSING,
                verify(foreign().over(BYTES)));
        ForeignCms crowd = new ForeignCms();
        Collections.nCopies(9, PKI.supplier).forEach(crowd::signer);
        invalid("nine signers", crowd);
        ForeignCms baggage = foreign();
        for (int i = 0; i < 16; i++) {
            baggage.certificates(PKI.order(TestPki.name("Extra " + i, "02"))
                    .issuedBy(PKI.issuing)
                    .certificate());
        }
        invalid("18 certificates", baggage.signer(PKI.supplier));
        TestPki.Holder stranger = PKI.order(TestPki.name("Stranger", "02")).selfSigned();
        refused(
                "signer without a path",
                Rule.SIGNER_UNTRUSTED,
                verify(foreign()
                        .certificates(stranger.certificate())
                        .signer(stranger)
                        .over(BYTES)));
        refused(
                "no certificates",
                Rule.SIGNER_UNTRUSTED,
                verify(new ForeignCms().signer(PKI.supplier).over(BYTES)));
    }

    private void addCertificates() {
        TestPki.Holder large = new TestPki.Holder(
                TestPki.decoded(PKI.supplierWithExtension("1.2.3.4", new byte[16_384])), PKI.supplier.key());
        refused(
                "oversized certificate",
                Rule.SIGNER_UNTRUSTED,
                verify(new ForeignCms()
                        .certificates(large.certificate(), PKI.issuing.certificate())
                        .signer(large)
                        .over(BYTES)));
    }

    private void addContentAndTimes() {
        refused(
                "enclosed content that is not the file",
                Rule.SIGNATURE_INVALID,
                verify(foreign().enclosed().signer(PKI.supplier).over(new byte[] {'x'})));
        invalid(
                "signing time that is text",
                foreign()
                        .with(CMSAttributes.signingTime, new DERUTF8String("now"))
                        .signer(PKI.supplier));
        invalid(
                "signing time outside the calendar",
                foreign()
                        .with(CMSAttributes.signingTime, new DERGeneralizedTime("20199901000000Z"))
                        .signer(PKI.supplier));
        invalid(
                "signing time six minutes later",
                foreign().signedAt(TestPki.NOW.plus(Duration.ofMinutes(6))).signer(PKI.supplier));
    }

    private void addDigestAlgorithms() throws IOException {
        byte[] sound = foreign().signer(PKI.supplier).over(BYTES);
        ContentInfo info = ContentInfo.getInstance(sound);
        SignedData data = SignedData.getInstance(info.getContent());
        AlgorithmIdentifier sha256 =
                AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0));
        AlgorithmIdentifier sha512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
        AlgorithmIdentifier unknown = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4"));
        for (Map.Entry<String, AlgorithmIdentifier> second :
                List.of(Map.entry("unused", sha512), Map.entry("repeated", sha256), Map.entry("unknown", unknown))) {
            SignedData changed = new SignedData(
                    new DLSet(new ASN1Encodable[] {sha256, second.getValue()}),
                    data.getEncapContentInfo(),
                    data.getCertificates(),
                    null,
                    data.getSignerInfos());
            refused(
                    second.getKey() + " digest algorithm",
                    Rule.SIGNATURE_INVALID,
                    verify(new ContentInfo(info.getContentType(), changed).getEncoded(ASN1Encoding.DL)));
        }
        for (byte[] other : List.of(new byte[] {4, 0}, new byte[] {5, 0}, new byte[] {0x30, 0})) {
            Tlv message = Tlv.of(foreign().signer(PKI.supplier).over(BYTES));
            message.children.get(1).children.get(0).children.get(1).children.add(Tlv.of(other));
            refused(
                    "digest algorithm that is " + HexFormat.of().formatHex(other),
                    Rule.SIGNATURE_INVALID,
                    verify(message.encoded()));
        }
    }

    private void addEncodings() throws IOException {
        byte[] sound = foreign().signer(PKI.supplier).over(BYTES);
        ContentInfo info = ContentInfo.getInstance(sound);
        SignedData data = SignedData.getInstance(info.getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ByteArrayOutputStream inOrder = new ByteArrayOutputStream();
        ByteArrayOutputStream reversed = new ByteArrayOutputStream();
        List<ASN1Encodable> attributes = new ArrayList<>();
        for (ASN1Encodable attribute : signer.getAuthenticatedAttributes()) {
            inOrder.write(attribute.toASN1Primitive().getEncoded(ASN1Encoding.DER));
            attributes.add(0, attribute);
        }
        for (ASN1Encodable attribute : attributes) {
            reversed.write(attribute.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        }
        byte[] changed = sound.clone();
        System.arraycopy(
                reversed.toByteArray(),
                0,
                changed,
                CmsTricksTest.indexOf(sound, inOrder.toByteArray()),
                reversed.size());
        refused("signed attributes in another order", Rule.SIGNATURE_INVALID, verify(changed));
    }

    static SigningCertificateV2 reference(String issuer, int serialNumberOff) {
        byte[] hash =
                ForeignCms.reference(PKI.supplier.certificate()).getCerts()[0].getCertHash();
        return new SigningCertificateV2(new ESSCertIDv2(
                hash,
                new IssuerSerial(
                        new GeneralNames(new GeneralName(new X500Name(issuer))),
                        PKI.supplier
                                .certificate()
                                .getSerialNumber()
                                .add(java.math.BigInteger.valueOf(serialNumberOff)))));
    }
}
