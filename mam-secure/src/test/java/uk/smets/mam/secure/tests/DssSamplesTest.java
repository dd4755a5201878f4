package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;

/** The signed samples of the European Commission's DSS, valid and invalid, read from its own jar. */
@Tag("interop")
class DssSamplesTest {
    private static final SignatureLayout ENCLOSED = SignatureLayout.enclosedCms();

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = DssSamplesTest.class.getResourceAsStream("/validation/" + name)) {
            return in.readAllBytes();
        }
    }

    /** A verifier that trusts the signers, when they signed. */
    private static FileVerifier trustingSignersOf(byte[] sample) throws CMSException, GeneralSecurityException {
        List<X509Certificate> signers = new ArrayList<>();
        Instant time = Instant.EPOCH;
        CMSSignedData data = new CMSSignedData(sample);
        for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
            for (SignerInformation signer : data.getSignerInfos()) {
                if (signer.getSID().match(holder)) {
                    signers.add(new JcaX509CertificateConverter().getCertificate(holder));
                    Attribute attribute = signer.getSignedAttributes().get(CMSAttributes.signingTime);
                    Instant signed = attribute == null
                            ? signers.get(0).getNotBefore().toInstant()
                            : Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                                    .getDate()
                                    .toInstant();
                    time = signed.isAfter(time) ? signed : time;
                }
            }
        }
        return FileVerifier.of(Trust.of(signers).withMaxSize(1 << 24)).at(time);
    }

    private static Verification verifyEnclosing(byte[] sample, FileVerifier verifier) {
        return verifier.withLayout(ENCLOSED).verify(NamedFile.of("x.p7m", sample), Optional.empty());
    }

    /** Without trust in their signers none is accepted, and none makes the verifier throw. */
    @Test
    void noSampleIsAcceptedFromAnUntrustedSigner() throws Exception {
        URI jar = URI.create(DssSamplesTest.class
                .getResource("/validation/signCert.cer")
                .toString()
                .replaceAll("!.*", ""));
        FileVerifier verifier =
                Verified.verifier(Trust.of(List.of(PKI.root.certificate())).withMaxSize(1 << 24));
        int samples = 0;
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                Stream<Path> paths = Files.walk(files.getPath("/validation"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(path);
                for (Verification verification : List.of(
                        verifyEnclosing(bytes, verifier),
                        verifier.verify(Verified.FILE, Optional.of(NamedFile.of("x.p7s", bytes))))) {
                    assertThat(verification.isValid()).as(path.toString()).isFalse();
                    assertThat(verification.reasons())
                            .as(path.toString())
                            .extracting(VerificationReason::rule)
                            .containsAnyOf(Rule.SIGNATURE_INVALID, Rule.SIGNER_UNTRUSTED);
                }
                samples++;
            }
        }
        assertThat(samples).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Signature-C-B-B-8.p7m",
                "Signature-C-BES-4.p7m",
                "Signature-C-HU_MIC-1.p7m",
                "Signature-CBp-LT-2.p7m",
                "CAdESDoubleLTA.p7m",
                "counterSignedLTA.p7s",
                "dss-916/test.txt.signed.qes.attached.p7s",
                "dss-2011/cades-enveloping.pkcs7",
                "evidence-record/C-B-B-basic.p7m",
                "evidence-record/Double-C-B-B-basic.p7m"
            })
    void validSampleIsAcceptedFromATrustedSigner(String name) throws Exception {
        byte[] sample = sample(name);
        Verification verification = verifyEnclosing(sample, trustingSignersOf(sample));
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.content().size()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "dss-916/test.txt, dss-916/test.txt.signed.qes.detached.p7s",
        "dss-1344/screenshot.png, dss-1344/screenshot.png.signed_qes_detached.p7s",
        "dss-1892/signed_content.bin, dss-1892/detached_with_counter_sig.p7m"
    })
    void validDetachedSampleIsAcceptedWithItsFileOnly(String file, String signature) throws Exception {
        byte[] encoded = sample(signature);
        FileVerifier verifier = trustingSignersOf(encoded);
        Optional<NamedFile> received = Optional.of(NamedFile.of("x.p7s", encoded));
        assertThat(verifier.verify(NamedFile.of("x", sample(file)), received).reasons())
                .isEmpty();
        assertThat(verifier.verify(Verified.FILE, received).reasons())
                .extracting(VerificationReason::rule)
                .containsOnly(Rule.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "cades-b-copied-cnttst.p7m, occurs twice",
        "cms-wrong-sign-cert-hash-algo.pkcs7, SHA-1",
        "Signature-C-X-1.p7m, SHA-1",
        "Signature-C-DE_CRY-4.p7m, certificate",
        "cades-bes-signeddata-enveloping.p7m, 1.2.840.113549.1.7.2",
        "d-trust.tsr, 1.2.840.113549.1.1.10",
        "dss-1419/CAdES-BpB-att-SHA256-SHA512withRSA.p7m, two digests",
        "dss-1419/CAdES-BpB-att-SHA3_256-SHA256withRSA.p7m, 2.16.840.1.101.3.4.2.8",
        "dss-667/BER_reordered_prova.txt.p7m, 1024 bits",
        "dss-2011/cades-enveloping-broken.pkcs7, changed",
        "dss-1619/CAdES-XL-T1-Double-AV2.png.p7m, CMS version",
    })
    void invalidSampleIsRefusedEvenFromATrustedSigner(String name, String words) throws Exception {
        byte[] sample = sample(name);
        Verification verification = verifyEnclosing(sample, trustingSignersOf(sample));
        assertThat(verification.reasons())
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.rule()).isEqualTo(Rule.SIGNATURE_INVALID));
        assertThat(verification.reasons().get(0).message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "cades-double-signing-certificate.p7m, byte 2712",
        "cades-duplicated-signed-attrs.p7m, byte 5598",
        "malformed-cades.p7m, byte 5",
        "signCert.cer, DER",
    })
    void sampleThatIsNotACmsMessageIsRefused(String name, String words) throws Exception {
        Verification verification =
                verifyEnclosing(sample(name), Verified.verifier(Trust.of(List.of(PKI.root.certificate()))));
        assertThat(verification.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo(Rule.SIGNATURE_INVALID);
            assertThat(reason.message()).contains(words);
        });
    }
}
