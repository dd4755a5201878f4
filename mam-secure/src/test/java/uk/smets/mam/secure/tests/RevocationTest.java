package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.assertRefused;
import static uk.smets.mam.secure.tests.Verified.assertRefusedLike;
import static uk.smets.mam.secure.tests.Verified.assertValid;
import static uk.smets.mam.secure.tests.Verified.trust;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.RevocationListUse;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;

/** The effect of revocation lists, and when they are not used. */
class RevocationTest {
    private static final Instant NOW = TestPki.NOW;
    private static final String SUPPLIER = "2.5.4.45=#03090070b3d51f3000a001,CN=Supplier,OU=02";
    private static final DistributionPointName FIRST = point("http://crl.example/1");
    private static final DistributionPointName SECOND = point("http://crl.example/2");

    private static DistributionPointName point(String address) {
        return new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }

    static Verification verifyWith(X509CRL... lists) {
        return Verified.verify(trust().withRevocationLists(List.of(lists)), Verified.signature(PKI.supplier));
    }

    static Verification verify(TestPki.Holder signer, X509CRL... lists) {
        return Verified.verify(
                trust().withRevocationLists(List.of(lists)),
                new ForeignCms()
                        .certificates(signer.certificate(), PKI.issuing.certificate())
                        .signer(signer)
                        .over(Verified.BYTES));
    }

    static TestList issuing() {
        return TestList.of(PKI.issuing);
    }

    static TestList revokingSupplier(int reason) {
        return issuing().revoking(PKI.supplier.certificate(), reason);
    }

    private static TestPki.Order supplier() {
        return PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID));
    }

    private static void assertUndetermined(Verification verification, String... words) {
        assertRefused(verification, Rule.SIGNER_UNTRUSTED, words);
    }

    @Test
    void verdictNamesTheUsedAndTheUnusedLists() {
        TestPki other = new TestPki();
        X509CRL foreign = TestList.of(
                        other.order(TestPki.name("Other", "07")).authority().selfSigned())
                .signed();
        X509CRL old = TestList.between(PKI.issuing, NOW.minus(9, ChronoUnit.DAYS), NOW.minus(8, ChronoUnit.DAYS))
                .signed();
        Verification verification = verifyWith(foreign, old, issuing().signed());
        assertValid(verification);
        List<RevocationListUse> uses = verification.revocationLists();
        assertThat(uses.get(0).unusedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("path"));
        String expired = MessageListing.pinned(Rule.SIGNER_UNTRUSTED, "expired list");
        assertThat(uses)
                .containsExactly(
                        new RevocationListUse(
                                "CN=Other,OU=07",
                                Instant.parse("2019-07-31T09:00:00Z"),
                                Optional.of(Instant.parse("2019-08-02T09:00:00Z")),
                                List.of(),
                                uses.get(0).unusedBecause()),
                        new RevocationListUse(
                                "CN=Z1,OU=07",
                                Instant.parse("2019-07-23T09:00:00Z"),
                                Optional.of(Instant.parse("2019-07-24T09:00:00Z")),
                                List.of(),
                                Optional.of(expired.substring(expired.lastIndexOf(": ") + 2))),
                        new RevocationListUse(
                                "CN=Z1,OU=07",
                                Instant.parse("2019-07-31T09:00:00Z"),
                                Optional.of(Instant.parse("2019-08-02T09:00:00Z")),
                                List.of(SUPPLIER),
                                Optional.empty()));
        assertThat(verification.revocationLists().get(2).isUsed()).isTrue();
        assertThat(verification.revocationLists().get(1).isUsed()).isFalse();
        assertThat(verification.certificatesWithoutRevocationList()).containsExactly("CN=Z1,OU=07");
    }

    @Test
    void revokedCertificateIsReportedWithTimeReasonAndList() {
        assertRefused(
                verifyWith(revokingSupplier(CRLReason.keyCompromise).signed()),
                Rule.SIGNER_REVOKED,
                "2019-08-01T07:00:00Z",
                "key compromise",
                "CN=Z1,OU=07",
                "2019-07-31T09:00:00Z");
    }

    /** Any revocation counts, even after the signing time: that time is stated by the signer only. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                CRLReason.unspecified,
                CRLReason.superseded,
                CRLReason.cessationOfOperation,
                CRLReason.certificateHold,
                CRLReason.privilegeWithdrawn
            })
    void certificateOnAListIsRevokedForAnyReason(int reason) {
        assertRefused(verifyWith(revokingSupplier(reason).signed()), Rule.SIGNER_REVOKED);
    }

    @Test
    void removeFromCrlEntryDoesNotRevoke() {
        assertValid(verifyWith(revokingSupplier(CRLReason.removeFromCRL).signed()));
    }

    @Test
    void listFromTheFutureWithoutNextUpdateOrWithAWeakDigestIsNotUsed() {
        assertRefusedLike(
                verifyWith(TestList.between(PKI.issuing, NOW.plus(1, ChronoUnit.HOURS), NOW.plus(9, ChronoUnit.DAYS))
                        .signed()),
                Rule.SIGNER_UNTRUSTED,
                "list from the future");
        assertRefusedLike(
                verifyWith(TestList.withoutEnd(PKI.issuing).signed()),
                Rule.SIGNER_UNTRUSTED,
                "list without its next update");
        assertRefusedLike(
                verifyWith(issuing().digest("SHA1").signed()), Rule.SIGNER_UNTRUSTED, "list signed with SHA-1");
    }

    @Test
    void listIsCurrentFromThisUpdateToNextUpdateInclusive() {
        assertValid(verifyWith(
                TestList.between(PKI.issuing, NOW, NOW.plus(1, ChronoUnit.DAYS)).signed()));
        assertValid(verifyWith(TestList.between(PKI.issuing, NOW.minus(1, ChronoUnit.DAYS), NOW)
                .signed()));
        assertUndetermined(
                verifyWith(TestList.between(PKI.issuing, NOW.minus(1, ChronoUnit.DAYS), NOW.minusSeconds(1))
                        .signed()),
                MessageListing.pinned(Rule.SIGNER_UNTRUSTED, "expired list").replace("2019-07-23", "2019-07-31"));
    }

    @Test
    void newestOfSeveralCurrentListsIsUsed() {
        TestList older = TestList.between(PKI.issuing, NOW.minus(2, ChronoUnit.DAYS), NOW.plus(1, ChronoUnit.DAYS));
        X509CRL olderRevoking = older.revoking(PKI.supplier.certificate(), CRLReason.certificateHold)
                .signed();
        Verification released = verifyWith(olderRevoking, issuing().signed());
        assertValid(released);
        assertThat(released.revocationLists().get(0).unusedBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("newer"));
        X509CRL olderEmpty = TestList.between(PKI.issuing, NOW.minus(2, ChronoUnit.DAYS), NOW.plus(1, ChronoUnit.DAYS))
                .signed();
        X509CRL revoking = revokingSupplier(CRLReason.keyCompromise).signed();
        assertRefused(verifyWith(olderEmpty, revoking), Rule.SIGNER_REVOKED);
        assertRefused(verifyWith(revoking, olderEmpty), Rule.SIGNER_REVOKED);
        // Lists with the same time are both used.
        assertRefused(verifyWith(issuing().signed(), revoking), Rule.SIGNER_REVOKED);
        assertRefused(verifyWith(revoking, issuing().signed()), Rule.SIGNER_REVOKED);
    }

    /** The damaged list might be the one that revokes. */
    @Test
    void forgedCurrentListMakesTheVerdictIndeterminateNextToAValidOne() {
        X509CRL forged = revokingSupplier(CRLReason.keyCompromise).signedBy(PKI.supplier);
        assertRefusedLike(
                verifyWith(forged, issuing().signed()), Rule.SIGNER_UNTRUSTED, "list signed with another key");
        assertRefused(
                verifyWith(forged, revokingSupplier(CRLReason.keyCompromise).signed()), Rule.SIGNER_REVOKED);
    }

    @Test
    void listOfAnIssuerThatMayNotSignListsIsNotUsed() {
        TestPki.Holder unfit = PKI.order(TestPki.name("Z1", "07"))
                .pair(TestPki.pairOf(PKI.issuing))
                .authority()
                .use(KeyUsage.keyCertSign)
                .issuedBy(PKI.root);
        Trust trust = trust().withIntermediates(List.of(unfit.certificate()))
                .withRevocationLists(List.of(issuing().signed()));
        byte[] signature = new ForeignCms()
                .certificates(PKI.supplier.certificate())
                .signer(PKI.supplier)
                .over(Verified.BYTES);
        assertRefusedLike(
                Verified.verify(trust, signature), Rule.SIGNER_UNTRUSTED, "list of an issuer that may not sign lists");
    }

    @Test
    void listWithAnUnknownCriticalExtensionIsNotUsed() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4");
        DERUTF8String value = new DERUTF8String("x");
        assertRefusedLike(
                verifyWith(issuing().extension(unknown, true, value).signed()),
                Rule.SIGNER_UNTRUSTED,
                "list with a critical extension");
        assertValid(verifyWith(issuing().extension(unknown, false, value).signed()));
        assertRefusedLike(
                verifyWith(issuing()
                        .revoking(PKI.root.certificate(), unknown, true, value)
                        .signed()),
                Rule.SIGNER_UNTRUSTED,
                "list with a critical extension in an entry");
        assertValid(verifyWith(issuing()
                .revoking(PKI.root.certificate(), unknown, false, value)
                .signed()));
    }

    @Test
    void listForOtherKindsOfCertificatesIsNotUsed() {
        X509CRL users = issuing().only(kinds(true, false, false)).signed();
        X509CRL authorities = issuing().only(kinds(false, true, false)).signed();
        X509CRL attributes = issuing().only(kinds(false, false, true)).signed();
        assertValid(verifyWith(users));
        assertRefusedLike(verifyWith(authorities), Rule.SIGNER_UNTRUSTED, "list for authorities only");
        assertRefusedLike(verifyWith(attributes), Rule.SIGNER_UNTRUSTED, "list for authorities only");
        assertValid(verifyWith(authorities, users));
        assertRefused(
                verifyWith(
                        authorities,
                        issuing()
                                .only(kinds(true, false, false))
                                .revoking(PKI.supplier.certificate(), CRLReason.keyCompromise)
                                .signed()),
                Rule.SIGNER_REVOKED);
        X509CRL rootForUsers =
                TestList.of(PKI.root).only(kinds(true, false, false)).signed();
        assertRefusedLike(verifyWith(rootForUsers), Rule.SIGNER_UNTRUSTED, "list of the root for users only");
    }

    static IssuingDistributionPoint kinds(boolean users, boolean authorities, boolean attributes) {
        return new IssuingDistributionPoint(null, users, authorities, null, false, attributes);
    }

    @Test
    void listsForSomeReasonsAreUsedTogether() {
        X509CRL some =
                reasons(ReasonFlags.keyCompromise | ReasonFlags.cACompromise).signed();
        X509CRL others = reasons(ReasonFlags.affiliationChanged
                        | ReasonFlags.superseded
                        | ReasonFlags.cessationOfOperation
                        | ReasonFlags.certificateHold
                        | ReasonFlags.privilegeWithdrawn
                        | ReasonFlags.aACompromise)
                .signed();
        assertUndetermined(verifyWith(some), "CN=Z1,OU=07");
        assertValid(verifyWith(some, others));
        assertRefused(
                verifyWith(
                        some,
                        reasons(ReasonFlags.superseded)
                                .revoking(PKI.supplier.certificate(), CRLReason.superseded)
                                .signed()),
                Rule.SIGNER_REVOKED);
    }

    static TestList reasons(int flags) {
        return issuing().only(new IssuingDistributionPoint(null, false, false, new ReasonFlags(flags), false, false));
    }

    @Test
    void partitionedListCoversTheCertificatesThatNameItsDistributionPoint() {
        TestPki.Holder first = supplier()
                .extension(
                        Extension.cRLDistributionPoints,
                        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(FIRST, null, null)}))
                .issuedBy(PKI.issuing);
        X509CRL firstPart = part(FIRST).signed();
        X509CRL secondPart = part(SECOND).signed();
        assertValid(verify(first, firstPart));
        assertValid(verify(first, secondPart, firstPart));
        assertRefusedLike(verify(first, secondPart), Rule.SIGNER_UNTRUSTED, "list for authorities only");
        assertRefused(
                verify(
                        first,
                        secondPart,
                        part(FIRST)
                                .revoking(first.certificate(), CRLReason.superseded)
                                .signed()),
                Rule.SIGNER_REVOKED);
        // A certificate without a distribution point is in no partition; a complete list covers all certificates.
        assertRefusedLike(verifyWith(firstPart), Rule.SIGNER_UNTRUSTED, "list for authorities only");
        assertValid(verify(first, issuing().signed()));
    }

    static TestList part(DistributionPointName name) {
        return issuing().only(new IssuingDistributionPoint(name, false, false, null, false, false));
    }

    @Test
    void indirectListCoversTheCertificatesThatNameItsIssuer() {
        TestPki.Holder lister =
                PKI.order(TestPki.name("Lister", "07")).use(KeyUsage.cRLSign).issuedBy(PKI.root);
        GeneralNames issuer = nameOf(lister);
        TestPki.Holder signer = supplier()
                .extension(
                        Extension.cRLDistributionPoints,
                        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(null, null, issuer)}))
                .issuedBy(PKI.issuing);
        GeneralNames certificateIssuer = nameOf(PKI.issuing);
        X509CRL indirect = indirect(lister)
                .revoking(signer.certificate(), Extension.certificateIssuer, true, certificateIssuer)
                .signed();
        Trust trust = trust().withIntermediates(List.of(lister.certificate(), PKI.issuing.certificate()));
        byte[] signature = new ForeignCms()
                .certificates(signer.certificate())
                .signer(signer)
                .over(Verified.BYTES);
        assertRefused(Verified.verify(trust.withRevocationLists(List.of(indirect)), signature), Rule.SIGNER_REVOKED);
        Trust notRevoking = trust.withRevocationLists(
                List.of(indirect(lister).signed(), TestList.of(PKI.root).signed()));
        assertValid(Verified.verify(notRevoking.withRevocationListsRequired(), signature));
        // The same entry in a list that is not marked as indirect would be overlooked.
        assertRefusedLike(
                verifyWith(issuing()
                        .revoking(PKI.supplier.certificate(), Extension.certificateIssuer, true, nameOf(lister))
                        .signed()),
                Rule.SIGNER_UNTRUSTED,
                "list with entries of other issuers");
    }

    static GeneralNames nameOf(TestPki.Holder holder) {
        return new GeneralNames(new GeneralName(X500Name.getInstance(
                holder.certificate().getSubjectX500Principal().getEncoded())));
    }

    private static TestList indirect(TestPki.Holder lister) {
        return TestList.of(lister).only(new IssuingDistributionPoint(null, false, false, null, true, false));
    }

    @Test
    void authorityWithANewKeyRevokesCertificatesUnderItsOldKey() {
        TestPki.Holder renewed = PKI.order(TestPki.name("Z1", "07")).authority().issuedBy(PKI.root);
        X509CRL list = TestList.of(renewed)
                .revoking(PKI.supplier.certificate(), CRLReason.keyCompromise)
                .signed();
        byte[] signature = Verified.signature(PKI.supplier);
        Trust trust = trust().withRevocationLists(List.of(list));
        assertRefusedLike(
                Verified.verify(trust, signature),
                Rule.SIGNER_UNTRUSTED,
                "list signed with a newer key of the authority");
        assertRefused(
                Verified.verify(trust.withIntermediates(List.of(renewed.certificate())), signature),
                Rule.SIGNER_REVOKED);
    }

    /** Two authorities may have the same name by chance. */
    @Test
    void listOfAnAuthorityWithTheSameNameUnderAnotherRootIsNotUsed() {
        TestPki other = new TestPki();
        X509CRL list = TestList.of(other.issuing).signed();
        Trust trust = Trust.of(List.of(PKI.root.certificate(), other.root.certificate()))
                .withIntermediates(List.of(other.issuing.certificate()));
        byte[] signature = Verified.signature(PKI.supplier);
        assertRefusedLike(
                Verified.verify(trust.withRevocationLists(List.of(list)), signature),
                Rule.SIGNER_UNTRUSTED,
                "list of an authority with the same name");
        assertValid(Verified.verify(
                trust.withRevocationLists(List.of(list, issuing().signed())), signature));
        assertRefused(
                Verified.verify(
                        trust.withRevocationLists(List.of(
                                list, revokingSupplier(CRLReason.keyCompromise).signed())),
                        signature),
                Rule.SIGNER_REVOKED);
    }

    @Test
    void anchorIsCheckedAgainstTheListsOfItsIssuer() {
        Trust issuing = Trust.of(List.of(PKI.issuing.certificate()));
        byte[] signature = Verified.signature(PKI.supplier);
        X509CRL revoking = TestList.of(PKI.root)
                .revoking(PKI.issuing.certificate(), CRLReason.cACompromise)
                .signed();
        assertRefused(
                Verified.verify(issuing.withRevocationLists(List.of(revoking)), signature),
                Rule.SIGNER_REVOKED,
                "CN=Z1,OU=07",
                "ca compromise");
        X509CRL empty = TestList.of(PKI.root).signed();
        byte[] bare = new ForeignCms()
                .certificates(PKI.supplier.certificate())
                .signer(PKI.supplier)
                .over(Verified.BYTES);
        assertRefusedLike(
                Verified.verify(issuing.withRevocationLists(List.of(empty)), bare),
                Rule.SIGNER_UNTRUSTED,
                "list whose issuer was not given");
        assertRefused(Verified.verify(issuing.withRevocationLists(List.of(revoking)), bare), Rule.SIGNER_REVOKED);
        assertValid(Verified.verify(
                issuing.withIntermediates(List.of(PKI.root.certificate())).withRevocationLists(List.of(empty)), bare));
    }

    @Test
    void rootThatRevokesItselfIsRevoked() {
        assertRefused(
                verifyWith(TestList.of(PKI.root)
                        .revoking(PKI.root.certificate(), CRLReason.cACompromise)
                        .signed()),
                Rule.SIGNER_REVOKED,
                "CN=Root,OU=00");
    }

    @Test
    void signerThatIsAnAnchorIsCheckedAgainstLists() {
        Trust pinned = Trust.of(List.of(PKI.supplier.certificate()));
        byte[] signature = Verified.signature(PKI.supplier);
        assertValid(Verified.verify(pinned, signature));
        assertRefused(
                Verified.verify(
                        pinned.withRevocationLists(List.of(
                                revokingSupplier(CRLReason.keyCompromise).signed())),
                        signature),
                Rule.SIGNER_REVOKED,
                "key compromise");
    }

    @Test
    void anchorThatHasExpiredOrIsNotYetValidIsReported() {
        for (TestPki.Order order : List.of(
                PKI.order(TestPki.name("Root", "00")).valid(NOW.minus(9, ChronoUnit.DAYS), NOW.minusSeconds(1)),
                PKI.order(TestPki.name("Root", "00")).valid(NOW.plusSeconds(1), NOW.plus(9, ChronoUnit.DAYS)))) {
            TestPki.Holder root =
                    order.pair(TestPki.pairOf(PKI.root)).authority().selfSigned();
            assertRefused(
                    Verified.verify(Trust.of(List.of(root.certificate())), Verified.signature(PKI.supplier)),
                    Rule.SIGNER_EXPIRED,
                    "CN=Root,OU=00");
        }
    }

    @Test
    void anchorThatMayNotSignCertificatesIsNotTrustedAsIssuer() {
        TestPki.Holder root = PKI.order(TestPki.name("Root", "00"))
                .pair(TestPki.pairOf(PKI.root))
                .authority()
                .use(KeyUsage.cRLSign)
                .selfSigned();
        assertRefusedLike(
                Verified.verify(Trust.of(List.of(root.certificate())), Verified.signature(PKI.supplier)),
                Rule.SIGNER_UNTRUSTED,
                "anchor that may not sign certificates");
    }

    @Test
    void oneValidPathOfSeveralIsEnough() {
        TestPki.Holder second = PKI.order(TestPki.name("Z1", "07"))
                .pair(TestPki.pairOf(PKI.issuing))
                .authority()
                .issuedBy(PKI.root);
        X509CRL revokingFirst = TestList.of(PKI.root)
                .revoking(PKI.issuing.certificate(), CRLReason.superseded)
                .signed();
        Trust trust = trust().withIntermediates(List.of(PKI.issuing.certificate(), second.certificate()))
                .withRevocationLists(List.of(revokingFirst));
        assertValid(Verified.verify(trust, Verified.signature(PKI.supplier)));
    }

    /** Bouncy Castle throws a different exception for each, or none: empty, repeated tag, other type, truncated string. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "301AA00CA00A86083030303030303030A00A86083030303030303030",
                "0400",
                "301000",
                "3006A004A0020500"
            })
    void unreadableDistributionPointsMatchNoPartitionedList(String points) {
        TestPki.Holder signer = new TestPki.Holder(
                TestPki.decoded(
                        PKI.supplierWithExtension("2.5.29.31", HexFormat.of().parseHex(points))),
                PKI.supplier.key());
        assertValid(verify(signer, issuing().signed()));
        assertRefused(
                verify(
                        signer,
                        issuing()
                                .revoking(signer.certificate(), CRLReason.keyCompromise)
                                .signed()),
                Rule.SIGNER_REVOKED);
        assertRefusedLike(
                verify(
                        signer,
                        issuing()
                                .only(new IssuingDistributionPoint(FIRST, false, false, null, false, false))
                                .signed()),
                Rule.SIGNER_UNTRUSTED,
                "list for authorities only");
    }

    @Test
    void listWithAnUnreadableExtensionIsRefused() throws Exception {
        Tlv encoded = Tlv.of(issuing()
                .only(new IssuingDistributionPoint(FIRST, false, false, null, false, false))
                .signed()
                .getEncoded());
        Tlv extension =
                encoded.children.get(0).children.get(5).children.get(0).children.get(0);
        Tlv scope = extension.children.get(2).children.get(0);
        scope.children.add(scope.children.get(0));
        X509CRL list = (X509CRL)
                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded.encoded()));
        Trust trust = trust();
        assertThatThrownBy(() -> trust.withRevocationLists(List.of(list)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lists: ")
                .hasMessageContainingAll("CN=Z1,OU=07", "extension");
    }

    @Test
    void numberedListIsAcceptedAndADeltaListRefused() {
        ASN1Integer number = new ASN1Integer(BigInteger.TEN);
        assertValid(verifyWith(
                issuing().extension(Extension.cRLNumber, false, number).signed()));
        X509CRL delta =
                issuing().extension(Extension.deltaCRLIndicator, true, number).signed();
        Trust trust = trust();
        assertThatThrownBy(() -> trust.withRevocationLists(List.of(delta)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lists: ")
                .hasMessageContainingAll("CN=Z1,OU=07", "delta list");
    }

    /** A signer could include an outdated list without its own entry. */
    @Test
    void listThatComesWithTheSignatureIsIgnored() throws Exception {
        byte[] signature = new ForeignCms()
                .certificates(PKI.supplier.certificate(), PKI.issuing.certificate())
                .list(issuing().signed())
                .signer(PKI.supplier)
                .over(Verified.BYTES);
        Verification verification = Verified.verify(trust().withRevocationListsRequired(), signature);
        assertUndetermined(verification, "CN=Z1,OU=07");
        assertThat(verification.revocationLists()).isEmpty();
    }
}
