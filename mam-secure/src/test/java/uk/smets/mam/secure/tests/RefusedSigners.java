package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static uk.smets.mam.secure.tests.Verified.FILE;
import static uk.smets.mam.secure.tests.Verified.PKI;
import static uk.smets.mam.secure.tests.Verified.signature;
import static uk.smets.mam.secure.tests.Verified.trust;
import static uk.smets.mam.secure.tests.Verified.verify;

import java.security.cert.X509CRL;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;

/** Signatures that are refused because of their signer, their authorities or their files, by their cause. */
final class RefusedSigners {
    private final List<RefusedSignature> refused = new ArrayList<>();

    private RefusedSigners() {}

    /** The verifications of all signatures, each with one reason. */
    static List<RefusedSignature> all() {
        RefusedSigners signers = new RefusedSigners();
        signers.addPaths();
        signers.addUses();
        signers.addValidity();
        signers.addLists();
        signers.addFiles();
        signers.addLayouts();
        signers.addUnusedLists();
        signers.addUnusableIssuers();
        return signers.refused;
    }

    private void refused(String cause, Rule rule, Verification verification) {
        refused.add(new RefusedSignature(cause, rule, verification));
    }

    private void addPaths() {
        TestPki other = new TestPki();
        byte[] signature = new ForeignCms()
                .certificates(other.supplier.certificate(), other.issuing.certificate(), other.root.certificate())
                .signer(other.supplier)
                .over(Verified.BYTES);
        refused("root of another authority", Rule.SIGNER_UNTRUSTED, verify(signature));
        TestPki.Holder impostor =
                TrustTest.supplier().use(KeyUsage.digitalSignature).issuedBy(PKI.issuing);
        TestPki.Holder victim = PKI.order(TestPki.subject("Victim", "02", UserId.of("00-00-00-00-00-00-00-01")))
                .issuedBy(impostor);
        refused(
                "issuer that is not an authority",
                Rule.SIGNER_UNTRUSTED,
                verify(new ForeignCms()
                        .certificates(victim.certificate(), impostor.certificate(), PKI.issuing.certificate())
                        .signer(victim)
                        .over(Verified.BYTES)));
        // A trusted signer's certificate issues nothing either.
        refused(
                "anchor that is not an authority",
                Rule.SIGNER_UNTRUSTED,
                verify(
                        Trust.of(List.of(impostor.certificate())),
                        new ForeignCms()
                                .certificates(victim.certificate())
                                .signer(victim)
                                .over(Verified.BYTES)));
        refused(
                "certificate signed with SHA-1",
                Rule.SIGNER_UNTRUSTED,
                TrustTest.verifyForeign(TrustTest.supplier().digest("SHA1").issuedBy(PKI.issuing)));
        TestPki.Holder weak = PKI.order(TestPki.name("Z9", "07"))
                .pair(TestPki.rsa(1024))
                .authority()
                .issuedBy(PKI.root);
        TestPki.Holder below = TrustTest.supplier().issuedBy(weak);
        refused(
                "authority with an RSA key of 1024 bits",
                Rule.SIGNER_UNTRUSTED,
                verify(new ForeignCms()
                        .certificates(below.certificate(), weak.certificate())
                        .signer(below)
                        .over(Verified.BYTES)));
    }

    private void addUses() {
        refused(
                "key for key agreement",
                Rule.SIGNER_USAGE,
                TrustTest.verifyForeign(
                        TrustTest.supplier().use(KeyUsage.keyAgreement).issuedBy(PKI.issuing)));
        refused(
                "key for time stamps",
                Rule.SIGNER_USAGE,
                TrustTest.verifyForeign(TrustTest.supplier()
                        .purpose(KeyPurposeId.id_kp_timeStamping)
                        .issuedBy(PKI.issuing)));
        refused(
                "key of an authority",
                Rule.SIGNER_USAGE,
                verify(
                        Trust.of(List.of(PKI.root.certificate())),
                        new ForeignCms()
                                .certificates(PKI.issuing.certificate())
                                .signer(PKI.issuing)
                                .over(Verified.BYTES)));
    }

    private void addValidity() {
        TestPki.Holder tooNew = TrustTest.supplier()
                .valid(TrustTest.YESTERDAY, TrustTest.TOMORROW)
                .issuedBy(PKI.issuing);
        refused(
                "certificate that became valid after signing",
                Rule.SIGNER_EXPIRED,
                verify(TrustTest.foreignAt(tooNew, TrustTest.NOW.minus(3, ChronoUnit.DAYS))));
        TestPki.Holder old = PKI.order(TestPki.name("Z0", "07"))
                .authority()
                .valid(TrustTest.NOW.minus(99, ChronoUnit.DAYS), TrustTest.YESTERDAY)
                .issuedBy(PKI.root);
        TestPki.Holder below = TrustTest.supplier().issuedBy(old);
        refused(
                "expired authority",
                Rule.SIGNER_EXPIRED,
                verify(new ForeignCms()
                        .certificates(below.certificate(), old.certificate())
                        .signer(below)
                        .over(Verified.BYTES)));
        TestPki.Holder expired = TrustTest.supplier()
                .valid(TrustTest.NOW.minus(9, ChronoUnit.DAYS), TrustTest.YESTERDAY)
                .issuedBy(PKI.issuing);
        refused("certificate that expired before signing", Rule.SIGNER_EXPIRED, TrustTest.verifyForeign(expired));
        refused(
                "certificate that expired after signing",
                Rule.SIGNER_EXPIRED,
                verify(TrustTest.foreignAt(expired, TrustTest.YESTERDAY.minus(1, ChronoUnit.DAYS))));
    }

    private void addLists() {
        X509CRL old = TestPki.revocationList(
                PKI.issuing, TrustTest.NOW.minus(9, ChronoUnit.DAYS), TrustTest.YESTERDAY, PKI.supplier.certificate());
        refused(
                "expired list",
                Rule.SIGNER_UNTRUSTED,
                verify(trust().withRevocationLists(List.of(old)), signature(PKI.supplier)));
        TestPki.Holder impostor =
                PKI.order(TestPki.name("Z1", "07")).authority().selfSigned();
        refused(
                "list of another authority",
                Rule.SIGNER_UNTRUSTED,
                verify(trust().withRevocationLists(List.of(TrustTest.list(impostor))), signature(PKI.supplier)));
        Trust revoking = trust().withRevocationLists(
                        List.of(TrustTest.list(PKI.issuing, PKI.supplier.certificate()), TrustTest.list(PKI.root)));
        refused("signer on a list", Rule.SIGNER_REVOKED, verify(revoking, signature(PKI.supplier)));
        Trust revokingAuthority = trust().withRevocationLists(
                        List.of(TrustTest.list(PKI.issuing), TrustTest.list(PKI.root, PKI.issuing.certificate())));
        refused("authority on a list", Rule.SIGNER_REVOKED, verify(revokingAuthority, signature(PKI.supplier)));
        Trust half = trust().withRevocationLists(List.of(TrustTest.list(PKI.issuing)));
        refused(
                "no list of the root where all are required",
                Rule.SIGNER_UNTRUSTED,
                verify(half.withRevocationListsRequired(), signature(PKI.supplier)));
        TestPki.Holder alone = TrustTest.supplier().selfSigned();
        refused(
                "self-signed signer",
                Rule.SIGNER_UNTRUSTED,
                Verified.verify(new ForeignCms()
                        .certificates(alone.certificate())
                        .signer(alone)
                        .over(Verified.BYTES)));
        refused(
                "signer that is an anchor where all lists are required",
                Rule.SIGNER_UNTRUSTED,
                verify(
                        Trust.of(List.of(alone.certificate())).withRevocationListsRequired(),
                        new ForeignCms()
                                .certificates(alone.certificate())
                                .signer(alone)
                                .over(Verified.BYTES)));
    }

    private void addFiles() {
        FileVerifier verifier = Verified.verifier(trust());
        refused("no signature file", Rule.SIGNATURE_MISSING, verifier.verify(FILE, Optional.empty()));
        refused(
                "empty signature file",
                Rule.SIGNATURE_MISSING,
                verifier.verify(FILE, Optional.of(NamedFile.of("x.p7s", new byte[0]))));
        NamedFile changed = NamedFile.of(
                FILE.name(),
                new String(FILE.bytes(), US_ASCII).replace("\n", "\r\n").getBytes(US_ASCII));
        NamedFile signature = NamedFile.of("x.p7s", signature(PKI.supplier));
        refused(
                "changed line ends",
                Rule.SIGNATURE_INVALID,
                Verified.verifier(trust()).verify(changed, Optional.of(signature)));
        Trust small = trust().withMaxSize(FILE.size());
        refused("file beyond the size limit", Rule.SIGNATURE_INVALID, verify(small, signature(PKI.supplier)));
        refused(
                "signature beyond the size limit",
                Rule.SIGNATURE_INVALID,
                verify(trust().withMaxSize(FILE.size() - 1), new byte[1]));
        for (String text : List.of("-----BEGIN CMS-----\n", "MIME-Version: 1.0\n", "Content-Type: text/plain\n")) {
            refused(
                    "signature that starts with " + text.strip().replace(": ", ":"),
                    Rule.SIGNATURE_INVALID,
                    verify(text.getBytes(US_ASCII)));
        }
    }

    private void unused(String cause, TestList list) {
        refused(cause, Rule.SIGNER_UNTRUSTED, RevocationTest.verifyWith(list.signed()));
    }

    private void addLayouts() {
        refused(
                "detached signature in the place of an enclosing one",
                Rule.SIGNATURE_INVALID,
                Verified.verifier(trust())
                        .withLayout(SignatureLayout.enclosedCms())
                        .verify(NamedFile.of("x.p7m", signature(PKI.supplier)), Optional.empty()));
    }

    private void addUnusedLists() {
        unused(
                "list from the future",
                TestList.between(
                        PKI.issuing, TestPki.NOW.plus(1, ChronoUnit.HOURS), TestPki.NOW.plus(9, ChronoUnit.DAYS)));
        unused("list without its next update", TestList.withoutEnd(PKI.issuing));
        unused("list signed with SHA-1", TestList.of(PKI.issuing).digest("SHA1"));
        refused(
                "list signed with another key",
                Rule.SIGNER_UNTRUSTED,
                RevocationTest.verifyWith(TestList.of(PKI.issuing).signedBy(PKI.supplier)));
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4");
        DERUTF8String value = new DERUTF8String("x");
        unused("list with a critical extension", TestList.of(PKI.issuing).extension(unknown, true, value));
        unused(
                "list with a critical extension in an entry",
                TestList.of(PKI.issuing).revoking(PKI.root.certificate(), unknown, true, value));
        unused("list for authorities only", TestList.of(PKI.issuing).only(RevocationTest.kinds(false, true, false)));
        unused("list of the root for users only", TestList.of(PKI.root).only(RevocationTest.kinds(true, false, false)));
        unused("list for some reasons", RevocationTest.reasons(ReasonFlags.keyCompromise | ReasonFlags.cACompromise));
        unused(
                "list with entries of other issuers",
                TestList.of(PKI.issuing)
                        .revoking(
                                PKI.supplier.certificate(),
                                Extension.certificateIssuer,
                                true,
                                RevocationTest.nameOf(PKI.root)));
        TestPki.Holder renewed = PKI.order(TestPki.name("Z1", "07")).authority().issuedBy(PKI.root);
        unused("list signed with a newer key of the authority", TestList.of(renewed));
    }

    private void addUnusableIssuers() {
        TestPki.Holder unfit = PKI.order(TestPki.name("Z1", "07"))
                .pair(TestPki.pairOf(PKI.issuing))
                .authority()
                .use(KeyUsage.keyCertSign)
                .issuedBy(PKI.root);
        byte[] bare = new ForeignCms()
                .certificates(PKI.supplier.certificate())
                .signer(PKI.supplier)
                .over(Verified.BYTES);
        refused(
                "list of an issuer that may not sign lists",
                Rule.SIGNER_UNTRUSTED,
                verify(
                        trust().withIntermediates(List.of(unfit.certificate()))
                                .withRevocationLists(
                                        List.of(TestList.of(PKI.issuing).signed())),
                        bare));
        refused(
                "list whose issuer was not given",
                Rule.SIGNER_UNTRUSTED,
                verify(
                        Trust.of(List.of(PKI.issuing.certificate()))
                                .withRevocationLists(
                                        List.of(TestList.of(PKI.root).signed())),
                        bare));
        TestPki other = new TestPki(new SeededRandom(2));
        refused(
                "list of an authority with the same name",
                Rule.SIGNER_UNTRUSTED,
                verify(
                        Trust.of(List.of(PKI.root.certificate(), other.root.certificate()))
                                .withIntermediates(List.of(other.issuing.certificate()))
                                .withRevocationLists(
                                        List.of(TestList.of(other.issuing).signed())),
                        signature(PKI.supplier)));
        TestPki.Holder root = PKI.order(TestPki.name("Root", "00"))
                .pair(TestPki.pairOf(PKI.root))
                .authority()
                .use(KeyUsage.cRLSign)
                .selfSigned();
        refused(
                "anchor that may not sign certificates",
                Rule.SIGNER_UNTRUSTED,
                verify(Trust.of(List.of(root.certificate())), signature(PKI.supplier)));
    }
}
