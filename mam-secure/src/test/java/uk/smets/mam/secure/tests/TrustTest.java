package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
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
    private static final Instant NOW = TestPki.NOW;
    private static final Instant YESTERDAY = NOW.minus(1, ChronoUnit.DAYS);
    private static final Instant TOMORROW = NOW.plus(1, ChronoUnit.DAYS);

    private static TestPki.Order supplier() {
        return PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID));
    }

    /** A signature by another program, which does not check the use of its key. */
    private static Verification verifyForeign(TestPki.Holder signer) {
        return verify(foreign(signer).over(Verified.BYTES));
    }

    private static ForeignCms foreign(TestPki.Holder signer) {
        return new ForeignCms()
                .certificates(signer.certificate(), PKI.issuing.certificate(), PKI.root.certificate())
                .signer(signer);
    }

    @Test
    void rootContainedInTheSignatureIsNotTrusted() {
        TestPki other = new TestPki();
        byte[] signature = new ForeignCms()
                .certificates(other.supplier.certificate(), other.issuing.certificate(), other.root.certificate())
                .signer(other.supplier)
                .over(Verified.BYTES);
        assertRefused(verify(signature), Rule.SIGNER_UNTRUSTED, "no path", "CN=Z1,OU=07", "trust anchor");
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
        assertRefused(
                verify(pinned.withRevocationListsRequired(), signature),
                Rule.SIGNER_UNTRUSTED,
                "itself a trust anchor");
        assertRefused(verify(signature), Rule.SIGNER_UNTRUSTED, "no path");
    }

    @Test
    void certificateThatIsNotOfAnAuthorityIssuesNothing() {
        TestPki.Holder impostor = supplier().use(KeyUsage.digitalSignature).issuedBy(PKI.issuing);
        TestPki.Holder victim = PKI.order(TestPki.subject("Victim", "02", UserId.of("00-00-00-00-00-00-00-01")))
                .issuedBy(impostor);
        assertRefused(
                verify(new ForeignCms()
                        .certificates(victim.certificate(), impostor.certificate(), PKI.issuing.certificate())
                        .signer(victim)
                        .over(Verified.BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "it may not sign certificates");
        // A trusted signer's certificate issues nothing either.
        assertRefused(
                verify(
                        Trust.of(List.of(impostor.certificate())),
                        new ForeignCms()
                                .certificates(victim.certificate())
                                .signer(victim)
                                .over(Verified.BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "no path");
    }

    @Test
    void certificateSignedWithAWeakDigestOrKeyIsNotTrusted() {
        assertRefused(
                verifyForeign(supplier().digest("SHA1").issuedBy(PKI.issuing)), Rule.SIGNER_UNTRUSTED, "SHA1WITHECDSA");
        TestPki.Holder weak = PKI.order(TestPki.name("Z9", "07"))
                .pair(TestPki.rsa(1024))
                .authority()
                .issuedBy(PKI.root);
        TestPki.Holder below = supplier().issuedBy(weak);
        assertRefused(
                verify(new ForeignCms()
                        .certificates(below.certificate(), weak.certificate())
                        .signer(below)
                        .over(Verified.BYTES)),
                Rule.SIGNER_UNTRUSTED,
                "1024 bits");
    }

    @Test
    void keyThatMayNotSignIsReportedWithItsUses() {
        assertRefused(
                verifyForeign(supplier().use(KeyUsage.keyAgreement).issuedBy(PKI.issuing)),
                Rule.SIGNER_USAGE,
                "key agreement",
                "IKI File Signing");
        assertRefused(
                verifyForeign(
                        supplier().purpose(KeyPurposeId.id_kp_timeStamping).issuedBy(PKI.issuing)),
                Rule.SIGNER_USAGE,
                "time stamps");
        assertRefused(
                verify(
                        Trust.of(List.of(PKI.root.certificate())),
                        new ForeignCms()
                                .certificates(PKI.issuing.certificate())
                                .signer(PKI.issuing)
                                .over(Verified.BYTES)),
                Rule.SIGNER_USAGE,
                "certificate signing");
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
        assertRefused(
                verifyForeign(expired), Rule.SIGNER_EXPIRED, "to 2019-07-31T09:00:00Z", "not when the file was signed");
        byte[] signedInTime = foreignAt(expired, YESTERDAY.minus(1, ChronoUnit.DAYS));
        assertRefused(verify(signedInTime), Rule.SIGNER_EXPIRED, "not at the time of verification");
        // A caller who knows that the file arrived in time gives that time.
        assertValid(FileVerifier.of(Trust.of(List.of(PKI.root.certificate())))
                .at(YESTERDAY)
                .verify(FILE, Optional.of(NamedFile.of(FILE.name() + ".p7s", signedInTime))));
    }

    @Test
    void certificateThatBecameValidAfterSigningIsReported() {
        TestPki.Holder tooNew = supplier().valid(YESTERDAY, TOMORROW).issuedBy(PKI.issuing);
        assertRefused(
                verify(foreignAt(tooNew, NOW.minus(3, ChronoUnit.DAYS))),
                Rule.SIGNER_EXPIRED,
                "not when the file was signed, at 2019-07-29T09:00:00Z");
    }

    private static byte[] foreignAt(TestPki.Holder signer, Instant time) {
        return new ForeignCms()
                .certificates(signer.certificate(), PKI.issuing.certificate())
                .signedAt(time)
                .signer(signer)
                .over(Verified.BYTES);
    }

    @Test
    void expiredAuthorityIsReportedByName() {
        TestPki.Holder old = PKI.order(TestPki.name("Z0", "07"))
                .authority()
                .valid(NOW.minus(99, ChronoUnit.DAYS), YESTERDAY)
                .issuedBy(PKI.root);
        TestPki.Holder below = supplier().issuedBy(old);
        assertRefused(
                verify(new ForeignCms()
                        .certificates(below.certificate(), old.certificate())
                        .signer(below)
                        .over(Verified.BYTES)),
                Rule.SIGNER_EXPIRED,
                "the authority CN=Z0,OU=07");
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
                "no path");
    }

    private static X509CRL list(TestPki.Holder issuer, java.security.cert.X509Certificate... revoked) {
        return TestPki.revocationList(issuer, YESTERDAY, TOMORROW, revoked);
    }

    @Test
    void certificateOnAListIsRevoked() {
        Trust trust =
                trust().withRevocationLists(List.of(list(PKI.issuing, PKI.supplier.certificate()), list(PKI.root)));
        assertRefused(
                verify(trust, signature(PKI.supplier)), Rule.SIGNER_REVOKED, "the signer's certificate was revoked");
    }

    @Test
    void authorityOnAListIsRevokedAndReportedByName() {
        Trust trust =
                trust().withRevocationLists(List.of(list(PKI.issuing), list(PKI.root, PKI.issuing.certificate())));
        assertRefused(
                verify(trust, signature(PKI.supplier)), Rule.SIGNER_REVOKED, "the authority CN=Z1,OU=07 was revoked");
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
        assertRefused(
                verify(half.withRevocationListsRequired(), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "a certificate of CN=Root,OU=00 was revoked");
        assertRefused(
                verify(trust().withRevocationListsRequired(), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "revocation list");
    }

    @Test
    void expiredOrForgedListMakesTheVerdictIndeterminate() {
        X509CRL old = TestPki.revocationList(
                PKI.issuing, NOW.minus(9, ChronoUnit.DAYS), YESTERDAY, PKI.supplier.certificate());
        assertRefused(
                verify(trust().withRevocationLists(List.of(old)), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "a certificate of CN=Z1,OU=07 was revoked");
        TestPki.Holder impostor =
                PKI.order(TestPki.name("Z1", "07")).authority().selfSigned();
        assertRefused(
                verify(trust().withRevocationLists(List.of(list(impostor))), signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "cannot decide");
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
    void missingSignatureIsReportedWithItsName() {
        FileVerifier verifier = Verified.verifier(trust());
        assertRefused(verifier.verify(FILE, Optional.empty()), Rule.SIGNATURE_MISSING, FILE.name() + ".p7s");
        assertRefused(verifier.verify(FILE, Optional.of(NamedFile.of("x.p7s", new byte[0]))), Rule.SIGNATURE_MISSING);
    }

    @Test
    void fileWithOnlyChangedLineEndsIsRefused() {
        NamedFile changed = NamedFile.of(
                FILE.name(),
                new String(FILE.bytes(), US_ASCII).replace("\n", "\r\n").getBytes(US_ASCII));
        NamedFile signature = NamedFile.of("x.p7s", signature(PKI.supplier));
        assertRefused(
                Verified.verifier(trust()).verify(changed, Optional.of(signature)),
                Rule.SIGNATURE_INVALID,
                "line ends");
    }

    @Test
    void signatureInPemOrSMimeIsReportedWithTheWayToConvertIt() {
        for (String text : List.of("-----BEGIN CMS-----\n", "MIME-Version: 1.0\n", "Content-Type: text/plain\n")) {
            assertRefused(verify(text.getBytes(US_ASCII)), Rule.SIGNATURE_INVALID, "text, not DER", "openssl cms");
        }
    }

    @Test
    void filesBeyondTheSizeLimitAreRefusedBeforeTheyAreRead() {
        Trust small = trust().withMaxSize(FILE.size());
        assertRefused(verify(small, signature(PKI.supplier)), Rule.SIGNATURE_INVALID, "larger than the " + FILE.size());
        assertRefused(
                verify(trust().withMaxSize(FILE.size() - 1), new byte[1]), Rule.SIGNATURE_INVALID, "larger than the");
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
                .hasMessageContaining("larger than the 3 bytes");
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
