package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.UserId;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.SignedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.key.DigestAlgorithm;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSignature;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.SignedContent;
import uk.smets.mam.secure.signature.Signer;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** A null among the elements of a collection is reported with the name of the argument. */
class NullElementsTest {
    private static final Trust TRUST = Verified.trust();
    private static final SmkiCertificates NONE = SmkiCertificates.of(List.of());

    private static <T> List<T> nothing() {
        return Collections.singletonList(null);
    }

    private static void assertNames(String argument, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage("an element of " + argument);
    }

    @Test
    void nullInTrustIsReportedWithItsArgument(@TempDir Path folder) {
        assertNames("anchors", () -> Trust.of(nothing()));
        assertNames("anchors", () -> Trust.ofFolder(folder, nothing()));
        assertNames("anchors", () -> Trust.ofInputs(List.of(), nothing()));
        assertNames("files", () -> Trust.ofInputs(nothing(), List.of()));
        assertNames("certificates", () -> TRUST.withIntermediates(nothing()));
        assertNames("lists", () -> TRUST.withRevocationLists(nothing()));
        assertNames("allowed", () -> TRUST.withDigests(new HashSet<>(nothing())));
    }

    @Test
    void nullInKeysAndSignaturesIsReportedWithItsArgument() {
        assertNames("chain", () -> SigningKey.of(Verified.PKI.supplier.key(), nothing()));
        assertNames("certificates", () -> FileSignature.plain(DigestAlgorithm.SHA_256, new byte[] {1}, nothing()));
        SignatureLayout careless = new SignatureLayout() {
            @Override
            public List<NamedFile> write(NamedFile content, Signer signer) {
                return nothing();
            }

            @Override
            public SignedContent read(NamedFile file, Optional<NamedFile> signature) {
                throw new UnsupportedOperationException();
            }
        };
        assertNames(
                "the files of the layout",
                () -> Parties.SUPPLIER.withLayout(careless).sign(Verified.FILE));
    }

    @Test
    void nullInSubmissionsIsReportedWithItsArgument(@TempDir Path folder) {
        MailDraft mail = MailDraft.at(Parties.CLOCK);
        assertNames("signedFiles", () -> mail.of(Sample.passwordFile(), nothing()));
        assertNames(
                "signedFiles", () -> Submission.mail(nothing(), Optional.empty(), mail, folder.resolve("draft.eml")));
        assertNames("signedFiles", () -> SignedSubmission.read(nothing(), Optional.empty(), TestPki.NOW));
        assertNames("signedFiles", () -> SignedSubmission.of(nothing(), Optional.empty(), TestPki.NOW));
        assertNames("exceptions", () -> Overwriting.never().withExceptions(nothing()));
        assertNames(
                "reasons", () -> new RejectionNotice("x.zip", Optional.empty(), List.of(), TestPki.NOW, nothing(), 0));
        assertNames(
                "signifiers",
                () -> new RejectionNotice("x.zip", Optional.empty(), nothing(), TestPki.NOW, List.of(), 0));
    }

    @Test
    void nullInCertificatesIsReportedWithItsArgument() {
        Map<UserId, Set<Integer>> noDistributors = new HashMap<>();
        noDistributors.put(Sample.USER_ID, null);
        Map<CertificateSlot, UserId> noParty = new HashMap<>();
        noParty.put(CertificateSlot.ESME_SUPPLIER_CRITICAL, null);
        assertNames("certificates", () -> SmkiCertificates.of(nothing()));
        assertNames("distributors", () -> NONE.networkOperators(noDistributors, TestPki.NOW));
        assertNames("parties", () -> NONE.certificateIds(noParty, TestPki.NOW));
    }
}
