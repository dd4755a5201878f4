package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertRefusedLike;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.signature;
import static uk.smets.mam.secure.tests.Verified.trust;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verdict;
import uk.smets.mam.secure.signature.Verification;

/** Trust in signers and its point in time, both defined by the caller. */
class TrustTest {
    static final Instant NOW = TestPki.NOW;
    static final Instant YESTERDAY = NOW.minus(1, ChronoUnit.DAYS);
    static final Instant TOMORROW = NOW.plus(1, ChronoUnit.DAYS);

    static TestPki.Order supplier() {
        return PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID));
    }

    /** A signature by another program, which does not check the use of its key. */
    static Verification verifyForeign(TestPki.Holder signer) {
        return verify(foreign(signer).over(Verified.BYTES));
    }

    static ForeignCms foreign(TestPki.Holder signer) {
        return new ForeignCms()
                .certificates(signer.certificate(), PKI.issuing.certificate(), PKI.root.certificate())
                .signer(signer);
    }

    static List<RefusedSignature> refused() {
        return RefusedSigners.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void invalidSignatureIsRefusedWithItsCause(RefusedSignature refused) {
        assertRefusedLike(refused.verification(), refused.rule(), refused.cause());
    }

    @Test
    void issuingAuthorityMayBeTheAnchor() {
        assertValid(verify(Trust.of(List.of(PKI.issuing.certificate())), signature(PKI.supplier)));
    }

    @Test
    void signerThatIsAnAnchorIsTrustedWithoutAPath() {
        TestPki.Holder alone = supplier().selfSigned();
        byte[] signature =
                new ForeignCms().certificates(alone.certificate()).signer(alone).over(Verified.BYTES);
        Trust pinned = Trust.of(List.of(alone.certificate()));
        assertValid(verify(pinned, signature));
        assertRefusedLike(
                verify(pinned.withRevocationListsRequired(), signature),
                Rule.SIGNER_UNTRUSTED,
                "signer that is an anchor where all lists are required");
        assertRefusedLike(verify(signature), Rule.SIGNER_UNTRUSTED, "self-signed signer");
    }

    @Test
    void keyForContentCommitmentOrWithoutARestrictionMaySign() {
        assertValid(verifyForeign(supplier().use(KeyUsage.nonRepudiation).issuedBy(PKI.issuing)));
        assertValid(verifyForeign(supplier().noUse().issuedBy(PKI.issuing)));
        assertValid(verifyForeign(
                supplier().purpose(KeyPurposeId.id_kp_emailProtection).issuedBy(PKI.issuing)));
    }

    @Test
    void expiredCertificateIsReportedWithItsValidity() {
        TestPki.Holder expired =
                supplier().valid(NOW.minus(9, ChronoUnit.DAYS), YESTERDAY).issuedBy(PKI.issuing);
        assertRefused(verifyForeign(expired), Rule.SIGNER_EXPIRED, "2019-07-31T09:00:00Z");
        assertRefusedLike(verifyForeign(expired), Rule.SIGNER_EXPIRED, "certificate that expired before signing");
        byte[] signedInTime = foreignAt(expired, YESTERDAY.minus(1, ChronoUnit.DAYS));
        assertRefusedLike(verify(signedInTime), Rule.SIGNER_EXPIRED, "certificate that expired after signing");
        // A caller who knows that the file arrived in time gives that time.
        assertValid(FileVerifier.of(Trust.of(List.of(PKI.root.certificate())))
                .at(YESTERDAY)
                .verify(FILE, Optional.of(NamedFile.of(FILE.name() + ".p7s", signedInTime))));
    }

    static byte[] foreignAt(TestPki.Holder signer, Instant time) {
        return new ForeignCms()
                .certificates(signer.certificate(), PKI.issuing.certificate())
                .signedAt(time)
                .signer(signer)
                .over(Verified.BYTES);
    }

    @Test
    void secondCertificateOfAnAuthorityIsUsedWhereTheFirstHasExpired() {
        TestPki.Holder expired = PKI.order(TestPki.name("Z1", "07"))
                .pair(new java.security.KeyPair(PKI.issuing.certificate().getPublicKey(), PKI.issuing.key()))
                .authority()
                .valid(NOW.minus(99, ChronoUnit.DAYS), YESTERDAY)
                .issuedBy(PKI.root);
        byte[] signature = new ForeignCms()
                .certificates(PKI.supplier.certificate())
                .signer(PKI.supplier)
                .over(Verified.BYTES);
        assertRefused(
                verify(trust().withIntermediates(List.of(expired.certificate())), signature),
                Rule.SIGNER_EXPIRED,
                "CN=Z1,OU=07");
        assertValid(verify(
                trust().withIntermediates(List.of(expired.certificate(), PKI.issuing.certificate())), signature));
    }

    @Test
    void authoritiesThatIssueEachOtherInCyclesAreRefusedInBoundedTime() {
        java.security.KeyPair pair = TestPki.p256();
        TestPki.Holder start =
                PKI.order(TestPki.name("Loop", "07")).pair(pair).authority().selfSigned();
        ForeignCms cms = new ForeignCms();
        for (int i = 0; i < 14; i++) {
            cms.certificates(PKI.order(TestPki.name("Loop", "07"))
                    .pair(pair)
                    .authority()
                    .issuedBy(start)
                    .certificate());
        }
        TestPki.Holder below = supplier().issuedBy(start);
        assertRefused(
                verify(cms.certificates(below.certificate()).signer(below).over(Verified.BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "CN=Loop");
    }

    static X509CRL list(TestPki.Holder issuer, java.security.cert.X509Certificate... revoked) {
        return TestPki.revocationList(issuer, YESTERDAY, TOMORROW, revoked);
    }

    @Test
    void certificateOnAListIsRevoked() {
        Trust trust =
                trust().withRevocationLists(List.of(list(PKI.issuing, PKI.supplier.certificate()), list(PKI.root)));
        assertRefusedLike(verify(trust, signature(PKI.supplier)), Rule.SIGNER_REVOKED, "signer on a list");
    }

    @Test
    void authorityOnAListIsRevokedAndReportedByName() {
        Trust trust =
                trust().withRevocationLists(List.of(list(PKI.issuing), list(PKI.root, PKI.issuing.certificate())));
        assertRefused(verify(trust, signature(PKI.supplier)), Rule.SIGNER_REVOKED, "CN=Z1,OU=07");
        assertRefusedLike(verify(trust, signature(PKI.supplier)), Rule.SIGNER_REVOKED, "authority on a list");
    }

    @Test
    void certificateOnNoListIsNotRevoked() {
        Trust trust = trust().withRevocationLists(List.of(list(PKI.issuing), list(PKI.root)));
        assertValid(verify(trust, signature(PKI.supplier)));
        assertValid(verify(trust.withRevocationListsRequired(), signature(PKI.supplier)));
    }

    @Test
    void issuerWithoutAListIsReportedOnlyIfTheCallerRequiresAllLists() {
        Trust half = trust().withRevocationLists(List.of(list(PKI.issuing)));
        assertValid(verify(half, signature(PKI.supplier)));
        assertRefusedLike(
                verify(half.withRevocationListsRequired(), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "no list of the root where all are required");
        assertRefused(
                verify(trust().withRevocationListsRequired(), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "CN=Z1,OU=07");
    }

    @Test
    void everyReasonAgainstASignerIsReported() {
        TestPki.Holder signer = supplier()
                .use(KeyUsage.keyAgreement)
                .valid(NOW.minus(9, ChronoUnit.DAYS), YESTERDAY)
                .issuedBy(PKI.issuing);
        Verification verification = verify(
                trust().withRevocationLists(List.of(list(PKI.issuing, signer.certificate()))),
                foreign(signer).over(Verified.BYTES));
        assertThat(verification.reasons())
                .extracting(VerificationReason::rule)
                .contains(Rule.SIGNER_USAGE, Rule.SIGNER_EXPIRED)
                .doesNotHaveDuplicates();
        assertThat(verification.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(verification).asString().startsWith("INVALID [SIGNER_USAGE: ");
    }

    @Test
    void userIdInTheCertificateMustBeTheOneInTheFile() {
        Verification verification = verify(signature(PKI.supplier));
        assertThat(verification.agreeingWith(TestPki.USER_ID)).isSameAs(verification);
        UserId other = UserId.of("00-00-00-00-00-00-00-01");
        Verification disagreeing = verification.agreeingWith(other);
        assertRefused(disagreeing, Rule.SIGNER_MISMATCH, TestPki.USER_ID.toString(), other.toString());
        assertThat(disagreeing.signers()).isEqualTo(verification.signers());
    }

    @Test
    void certificateWithoutAUserIdAgreesWithAny() {
        TestPki.Holder nameless =
                PKI.order(TestPki.name("IKI File Signing", "02")).issuedBy(PKI.issuing);
        Verification verification = verifyForeign(nameless);
        assertThat(verification.agreeingWith(TestPki.USER_ID).isValid()).isTrue();
    }

    @Test
    void filesOnDiskAreReadOnceAndTheVerifiedBytesKept(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve(FILE.name()), FILE.bytes());
        Path signature = Files.write(folder.resolve(FILE.name() + ".p7s"), signature(PKI.supplier));
        FileVerifier verifier = Verified.verifier(trust());
        Verification verification = verifier.verify(file, Optional.of(signature));
        Files.writeString(file, "replaced", US_ASCII);
        assertValid(verification);
        assertRefused(verifier.verify(file, Optional.of(signature)), Rule.SIGNATURE_INVALID);
        assertRefused(verifier.verify(file, Optional.empty()), Rule.SIGNATURE_MISSING);
        assertThatThrownBy(() -> verifier.verify(folder, Optional.empty())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Verified.verifier(trust().withMaxSize(3)).verify(file, Optional.of(signature)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3 bytes");
    }

    @Test
    void folderOfAnchorsAndListsIsTrusted(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("root.pem"), SmkiCertificateTest.pem(PKI.root.certificate()), US_ASCII);
        assertValid(verify(Trust.ofFolder(folder), signature(PKI.supplier)));
        Files.write(
                folder.resolve("z1.crl"),
                list(PKI.issuing, PKI.supplier.certificate()).getEncoded());
        assertRefused(verify(Trust.ofFolder(folder), signature(PKI.supplier)), Rule.SIGNER_REVOKED);
        assertThatThrownBy(() -> Trust.ofFolder(folder.resolve("nowhere"))).isInstanceOf(IOException.class);
    }

    @Test
    void emptyTrustSettingsAreRefused() {
        assertThatThrownBy(() -> Trust.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("anchors");
        assertThatThrownBy(() -> trust().withDigests(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("allowed");
        assertThatThrownBy(() -> trust().withMaxSize(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bytes");
    }

    @Test
    void signingTimeIsTruncatedToTheSecond() {
        Instant time = NOW.plus(Duration.ofMillis(1999));
        FileSigner signer = FileSigner.of(SigningKey.of(PKI.supplier.key(), PKI.chain(PKI.supplier)))
                .withClock(Clock.fixed(time, ZoneOffset.UTC));
        assertThat(verify(signer.sign(FILE).get(1).bytes())
                        .signer()
                        .orElseThrow()
                        .signingTime())
                .contains(NOW.plusSeconds(1));
    }
}
