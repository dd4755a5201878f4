package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.BYTES;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.foreign;
import static uk.smets.mam.secure.tests.Verified.trust;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.signature.Verification;

/** Signatures of other programs: valid ones and manipulated ones. */
class CmsTricksTest {
    private static void assertInvalid(ForeignCms cms, String... words) {
        assertRefused(verify(cms.over(BYTES)), Rule.SIGNATURE_INVALID, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {ASN1Encoding.DER, ASN1Encoding.DL, ASN1Encoding.BER})
    void validSignatureIsAcceptedInEveryEncoding(String encoding) {
        assertValid(verify(foreign().signer(PKI.supplier).over(BYTES, encoding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "SHA384", "SHA512"})
    void strongDigestsAreAccepted(String digest) {
        assertValid(verify(foreign().digest(digest).signer(PKI.supplier).over(BYTES)));
    }

    @Test
    void rsaSignatureIsAcceptedWithEitherAlgorithmIdentifier() {
        TestPki.Holder rsa = PKI.order(TestPki.subject("RSA", "02", TestPki.USER_ID))
                .pair(TestPki.rsa(2048))
                .issuedBy(PKI.issuing);
        assertValid(verify(new ForeignCms()
                .certificates(rsa.certificate(), PKI.issuing.certificate())
                .digest("SHA512")
                .signer(rsa)
                .over(BYTES)));
    }

    @Test
    void sha1IsRefusedByName() {
        assertInvalid(foreign().digest("SHA1").signer(PKI.supplier), "SHA-1, which is broken", "SHA-256");
    }

    @Test
    void md5IsRefusedByName() {
        TestPki.Holder rsa =
                PKI.order(TestPki.name("RSA", "02")).pair(TestPki.rsa(2048)).issuedBy(PKI.issuing);
        assertInvalid(
                new ForeignCms()
                        .certificates(rsa.certificate(), PKI.issuing.certificate())
                        .digest("MD5")
                        .signer(rsa),
                "MD5, which is broken");
    }

    @Test
    void digestThatTheCallerDoesNotAllowIsRefused() {
        byte[] signature = foreign().digest("SHA384").signer(PKI.supplier).over(BYTES);
        assertRefused(
                verify(trust().withDigests(Set.of(DigestAlgorithm.SHA_256)), signature),
                Rule.SIGNATURE_INVALID,
                "2.16.840.1.101.3.4.2.2");
    }

    @Test
    void shortRsaKeyIsRefusedWithItsLength() {
        TestPki.Holder weak =
                PKI.order(TestPki.name("RSA", "02")).pair(TestPki.rsa(1024)).issuedBy(PKI.issuing);
        assertInvalid(
                new ForeignCms()
                        .certificates(weak.certificate(), PKI.issuing.certificate())
                        .signer(weak),
                "1024 bits",
                "2048");
    }

    @Test
    void signatureWithoutSignedAttributesIsRefused() {
        assertInvalid(foreign().withoutSignedAttributes().signer(PKI.supplier), "no signed attributes");
    }

    @Test
    void digestOfOtherBytesIsRefused() {
        assertInvalid(
                foreign()
                        .with(CMSAttributes.messageDigest, new DEROctetString(new byte[32]))
                        .signer(PKI.supplier),
                "over other bytes");
        assertInvalid(
                foreign()
                        .with(CMSAttributes.messageDigest, new DERUTF8String("x"))
                        .signer(PKI.supplier),
                "over other bytes");
    }

    @Test
    void missingOrRepeatedMessageDigestIsRefused() throws Exception {
        DEROctetString digest =
                new DEROctetString(MessageDigest.getInstance("SHA-256").digest(BYTES));
        assertInvalid(
                foreign().without(CMSAttributes.messageDigest).signer(PKI.supplier), "message digest is not among");
        assertInvalid(
                foreign()
                        .with(CMSAttributes.messageDigest, digest, new DEROctetString(new byte[32]))
                        .signer(PKI.supplier),
                "2 values instead of one");
        assertInvalid(
                foreign()
                        .attributes(list -> {
                            List<Attribute> twice = new ArrayList<>(list);
                            twice.add(ForeignCms.attribute(
                                    CMSAttributes.messageDigest, new DEROctetString(new byte[32])));
                            return twice;
                        })
                        .signer(PKI.supplier),
                "occurs twice");
    }

    @Test
    void missingOrOtherContentTypeIsRefused() {
        assertInvalid(foreign().without(CMSAttributes.contentType).signer(PKI.supplier), "content type is not among");
        assertInvalid(
                foreign()
                        .with(CMSAttributes.contentType, CMSObjectIdentifiers.signedData)
                        .signer(PKI.supplier),
                "is not that of the message");
    }

    /** A time stamp, for example, is a signature over other content by an authority that never saw the file. */
    @Test
    void signatureOverAnotherKindOfContentIsRefused() {
        assertInvalid(
                foreign().contentType(PKCSObjectIdentifiers.id_ct_TSTInfo).signer(PKI.supplier),
                "content of the type 1.2.840.113549.1.9.16.1.4");
    }

    @Test
    void referenceToAnotherCertificateIsRefused() {
        assertInvalid(
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                ForeignCms.reference(PKI.issuing.certificate()))
                        .signer(PKI.supplier),
                "made with another certificate");
    }

    @Test
    void emptySigningCertificateReferenceIsRefused() {
        assertInvalid(
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(new ESSCertIDv2[0]))
                        .signer(PKI.supplier),
                "made with another certificate");
    }

    @Test
    void referenceWithTheRightHashButAnotherSerialNumberOrIssuerIsRefused() {
        assertInvalid(
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("CN=Z1,OU=07", 1))
                        .signer(PKI.supplier),
                "made with another certificate");
        assertInvalid(
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("CN=Z2,OU=07", 0))
                        .signer(PKI.supplier),
                "made with another certificate");
    }

    /** Bouncy Castle treats a reversed name as equal. */
    @Test
    void referenceWithTheIssuerInReverseOrderIsRefused() {
        assertValid(verify(foreign()
                .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("OU=07,CN=Z1", 0))
                .signer(PKI.supplier)
                .over(BYTES)));
        assertInvalid(
                foreign()
                        .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, reference("CN=Z1,OU=07", 0))
                        .signer(PKI.supplier),
                "made with another certificate");
    }

    private static SigningCertificateV2 reference(String issuer, int serialNumberOff) {
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

    @Test
    void referenceWithAWeakDigestIsRefused() throws Exception {
        byte[] sha1 = MessageDigest.getInstance("SHA-1")
                .digest(PKI.supplier.certificate().getEncoded());
        assertInvalid(
                foreign()
                        .with(
                                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                                new SigningCertificateV2(
                                        new ESSCertIDv2(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1), sha1)))
                        .signer(PKI.supplier),
                "digest that is not allowed");
        assertInvalid(
                foreign()
                        .attributes(list -> List.of(
                                list.get(0),
                                list.get(1),
                                list.get(2),
                                ForeignCms.attribute(
                                        PKCSObjectIdentifiers.id_aa_signingCertificate,
                                        new SigningCertificate(new ESSCertID(sha1)))))
                        .signer(PKI.supplier),
                "by SHA-1, which is broken");
    }

    @Test
    void referenceWithAnotherAllowedDigestIsAccepted() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-512")
                .digest(PKI.supplier.certificate().getEncoded());
        assertValid(verify(foreign()
                .with(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new SigningCertificateV2(
                                new ESSCertIDv2(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512), hash)))
                .signer(PKI.supplier)
                .over(BYTES)));
    }

    /** Tools of operating systems write such signatures. */
    @Test
    void signatureWithoutAReferenceIsAcceptedUnlessTheCallerRequiresOne() {
        byte[] signature = foreign()
                .without(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .signer(PKI.supplier)
                .over(BYTES);
        assertValid(verify(signature));
        assertRefused(
                verify(trust().withSigningCertificateRequired(), signature),
                Rule.SIGNATURE_INVALID,
                "does not name its certificate");
        assertValid(verify(trust().withSigningCertificateRequired(), Verified.signature(PKI.supplier)));
    }

    @Test
    void everySignerMustBeValid() {
        TestPki.Holder second =
                PKI.order(TestPki.subject("Second", "02", TestPki.USER_ID)).issuedBy(PKI.issuing);
        byte[] both = foreign()
                .certificates(second.certificate())
                .signer(PKI.supplier)
                .signer(second)
                .over(BYTES);
        Verification verification = verify(both);
        assertValid(verification);
        assertThat(verification.signers()).hasSize(2);

        TestPki.Holder stranger = PKI.order(TestPki.name("Stranger", "02")).selfSigned();
        assertRefused(
                verify(foreign()
                        .certificates(stranger.certificate())
                        .signer(PKI.supplier)
                        .signer(stranger)
                        .over(BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "no path");
        assertInvalid(
                foreign().certificates(second.certificate()).signer(second).signer(PKI.supplier, second.certificate()),
                "does not verify");
    }

    @Test
    void repeatedSignerIsRefused() {
        assertInvalid(foreign().signer(PKI.supplier).signer(PKI.supplier), "the same signer twice");
        assertInvalid(foreign().signer(PKI.supplier).digest("SHA512").signer(PKI.supplier), "the same signer twice");
    }

    @Test
    void unusedOrRepeatedDigestAlgorithmIsRefused() throws Exception {
        byte[] sound = foreign().signer(PKI.supplier).over(BYTES);
        ContentInfo info = ContentInfo.getInstance(sound);
        SignedData data = SignedData.getInstance(info.getContent());
        AlgorithmIdentifier sha256 =
                AlgorithmIdentifier.getInstance(data.getDigestAlgorithms().getObjectAt(0));
        AlgorithmIdentifier sha512 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);
        for (ASN1Encodable[] listed : List.of(
                new ASN1Encodable[] {sha256, sha512},
                new ASN1Encodable[] {sha256, sha256},
                new ASN1Encodable[] {sha256, new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4"))})) {
            SignedData changed = new SignedData(
                    new DLSet(listed), data.getEncapContentInfo(), data.getCertificates(), null, data.getSignerInfos());
            assertRefused(
                    verify(new ContentInfo(info.getContentType(), changed).getEncoded(ASN1Encoding.DL)),
                    Rule.SIGNATURE_INVALID,
                    "lists a digest twice, or one that no signer uses");
        }
    }

    @Test
    void listOfDigestAlgorithmsWithAnotherElementIsRefused() {
        for (byte[] other : List.of(new byte[] {4, 0}, new byte[] {5, 0}, new byte[] {0x30, 0})) {
            Tlv message = Tlv.of(foreign().signer(PKI.supplier).over(BYTES));
            message.children.get(1).children.get(0).children.get(1).children.add(Tlv.of(other));
            assertRefused(verify(message.encoded()), Rule.SIGNATURE_INVALID, "the signature does not follow RFC 5652");
        }
    }

    /** The signature covers the DER encoding only, so anyone could re-encode the attributes. */
    @Test
    void signedAttributesThatAreNotInDerAreRefused() throws Exception {
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
        System.arraycopy(reversed.toByteArray(), 0, changed, indexOf(sound, inOrder.toByteArray()), reversed.size());
        assertValid(verify(sound));
        assertRefused(verify(changed), Rule.SIGNATURE_INVALID, "the signed attributes are not in DER");
    }

    /** A length in more octets than needed: the same value for any parser, but another encoding. */
    @Test
    void certificateThatIsNotInDerIsIgnored() throws Exception {
        byte[] der = PKI.supplier.certificate().getEncoded();
        byte[] ber = new byte[der.length + 1];
        assertThat(der[1]).isEqualTo((byte) 0x82);
        ber[0] = der[0];
        ber[1] = (byte) 0x83;
        System.arraycopy(der, 2, ber, 3, der.length - 2);
        byte[] message = foreign().signer(PKI.supplier).over(BYTES);
        int at = indexOf(message, der);
        byte[] changed = Arrays.copyOf(message, message.length + 1);
        System.arraycopy(ber, 0, changed, at, ber.length);
        System.arraycopy(message, at + der.length, changed, at + ber.length, message.length - at - der.length);
        lengthen(changed, message, at);
        assertRefused(verify(changed), Rule.SIGNER_UNTRUSTED, "neither in the signature nor among those");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("part not found");
    }

    /** Adds one to the length of every value around a place; all of them have lengths of two octets. */
    private static void lengthen(byte[] changed, byte[] message, int place) {
        int at = 0;
        while (at < place) {
            int length = ((message[at + 2] & 0xFF) << 8) | (message[at + 3] & 0xFF);
            boolean constructed = message[at + 1] == (byte) 0x82 && (message[at] & 0x20) != 0;
            if (constructed && at + 4 + length > place) {
                changed[at + 2] = (byte) ((length + 1) >> 8);
                changed[at + 3] = (byte) (length + 1);
                at += 4;
            } else {
                at += constructed ? 4 + length : 2 + message[at + 1];
            }
        }
    }

    @Test
    void signatureByAKeyOtherThanThatOfItsCertificateIsRefused() {
        TestPki.Holder other = PKI.order(TestPki.name("Other", "02")).issuedBy(PKI.issuing);
        assertInvalid(
                foreign().signer(other, PKI.supplier.certificate()), "does not verify with the signer's certificate");
    }

    @Test
    void messageWithoutASignerHasNoSignature() {
        assertRefused(verify(foreign().over(BYTES)), Rule.SIGNATURE_MISSING, "no signature");
    }

    @Test
    void signerMayBeIdentifiedByItsSubjectKey() {
        assertRefused(
                verify(foreign().bySubjectKey().signer(PKI.supplier).over(BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "neither in the signature nor among those given");
        TestPki.Holder named =
                PKI.order(TestPki.name("Named", "02")).subjectKey().issuedBy(PKI.issuing);
        assertValid(verify(new ForeignCms()
                .certificates(named.certificate(), PKI.issuing.certificate())
                .bySubjectKey()
                .signer(named)
                .over(BYTES)));
    }

    @Test
    void signatureWithoutCertificatesNeedsThemFromTheCaller() {
        byte[] bare = new ForeignCms().signer(PKI.supplier).over(BYTES);
        assertRefused(verify(bare), Rule.SIGNER_UNTRUSTED, "neither in the signature");
        assertValid(verify(
                trust().withIntermediates(List.of(PKI.supplier.certificate(), PKI.issuing.certificate())), bare));
    }

    @Test
    void enclosedBytesMustEqualTheFile() {
        assertValid(verify(foreign().enclosed().signer(PKI.supplier).over(BYTES)));
        assertRefused(
                verify(foreign()
                        .enclosed()
                        .signer(PKI.supplier)
                        .over("other".getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                Rule.SIGNATURE_INVALID,
                "encloses");
    }

    @Test
    void signingTimeMayBeAbsentButMustBeATime() {
        Verification untimed = verify(foreign()
                .without(CMSAttributes.signingTime)
                .signer(PKI.supplier)
                .over(BYTES));
        assertValid(untimed);
        assertThat(untimed.signer().orElseThrow().signingTime()).isEmpty();
        assertInvalid(
                foreign()
                        .with(CMSAttributes.signingTime, new DERUTF8String("now"))
                        .signer(PKI.supplier),
                "not a valid time");
        assertInvalid(
                foreign()
                        .with(CMSAttributes.signingTime, new DERGeneralizedTime("20199901000000Z"))
                        .signer(PKI.supplier),
                "readable");
    }

    @Test
    void signingTimeMayBeUtcTimeOrGeneralizedTime() {
        Verification verification = verify(foreign()
                .with(CMSAttributes.signingTime, new DERGeneralizedTime("20190801085959Z"))
                .signer(PKI.supplier)
                .over(BYTES));
        assertValid(verification);
        assertThat(verification.signer().orElseThrow().signingTime()).contains(Instant.parse("2019-08-01T08:59:59Z"));
    }

    @Test
    void signingTimeInTheFutureIsRefusedBeyondTheClockTolerance() {
        assertValid(verify(foreign()
                .signedAt(TestPki.NOW.plus(Duration.ofMinutes(5)))
                .signer(PKI.supplier)
                .over(BYTES)));
        assertInvalid(
                foreign().signedAt(TestPki.NOW.plus(Duration.ofMinutes(6))).signer(PKI.supplier),
                "after the time of verification",
                "clocks");
    }

    @Test
    void tooManyCertificatesOrSignersAreRefusedBeforeTheyAreRead() {
        ForeignCms crowd = new ForeignCms();
        Collections.nCopies(9, PKI.supplier).forEach(crowd::signer);
        assertInvalid(crowd, "more than 8 signers");
        ForeignCms baggage = foreign();
        for (int i = 0; i < 16; i++) {
            baggage.certificates(PKI.order(TestPki.name("Extra " + i, "02"))
                    .issuedBy(PKI.issuing)
                    .certificate());
        }
        assertInvalid(baggage.signer(PKI.supplier), "more than 16 certificates");
    }

    /** Sorting them takes time that grows with the square of their number. */
    @Test
    void tooManySignedAttributesAreRefusedBeforeTheyAreSorted() {
        assertInvalid(
                foreign()
                        .attributes(list -> {
                            List<Attribute> horde = new ArrayList<>(list);
                            for (int i = 0; i < 2_000; i++) {
                                horde.add(ForeignCms.attribute(
                                        new ASN1ObjectIdentifier("1.2.3." + i), new DEROctetString(new byte[1])));
                            }
                            return horde;
                        })
                        .signer(PKI.supplier),
                "more than 16384 bytes");
    }

    @Test
    void oversizedCertificateIsIgnored() {
        TestPki.Holder large = new TestPki.Holder(
                TestPki.decoded(PKI.supplierWithExtension("1.2.3.4", new byte[16_384])), PKI.supplier.key());
        assertRefused(
                verify(new ForeignCms()
                        .certificates(large.certificate(), PKI.issuing.certificate())
                        .signer(large)
                        .over(BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "neither in the signature");
    }

    @Test
    void signedAttributesAreAvailableByType() {
        Verification verification = verify(Verified.signature(PKI.supplier));
        assertThat(verification.signer().orElseThrow().signedAttribute("1.2.840.113549.1.9.4"))
                .hasValueSatisfying(values -> assertThat(values).hasSize(36).startsWith(0x31, 0x22, 0x04, 0x20));
        assertThat(verification.signer().orElseThrow().signedAttribute("1.2.3")).isEmpty();
    }
}
