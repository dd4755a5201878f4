package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.testing.PeerProgram;

/**
 * The Public Key Interoperability Test Suite of NIST: 224 signed messages, whose names say whether their path is valid. Every
 * certificate needs a revocation list, as in the suite; policies are checked with the suite's default settings.
 */
@Tag("interop")
class PkitsTest {
    private static final Path SUITE = Path.of("/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data");

    /** The start of the message about a certificate without a usable list, up to the name of its issuer. */
    private final String undecided = MessageListing.pinned(Rule.SIGNER_UNTRUSTED, "list for some reasons")
            .split("CN=", -1)[0];

    /** Messages whose names do not say so: section 4.8 of the suite, and 4.12.3, with the default settings. */
    private static final Set<String> INVALID_BY_POLICY = Set.of(
            "DifferentPoliciesTest4",
            "DifferentPoliciesTest5",
            "DifferentPoliciesTest7",
            "DifferentPoliciesTest8",
            "DifferentPoliciesTest9",
            "DifferentPoliciesTest12",
            "MissingCRLTest1");

    /** Valid in the suite but refused here: DSA is obsolete. */
    private static final Set<String> DSA = Set.of("ValidDSASignaturesTest4", "ValidDSAParameterInheritanceTest5");

    /** Revoked by delta lists only, which are not accepted: {@link #deltaListIsRefusedWhenItIsGiven}. */
    private static final Set<String> DELTA = Set.of("InvaliddeltaCRLTest4", "ValiddeltaCRLTest5");

    /** The suite is a Python package; without Python it is treated as missing. */
    private static void requireSuite() {
        Peer.PYTHON.require();
        Peer.demand(Files.isDirectory(SUITE), "NIST's PKITS", "python3-cryptography-vectors");
    }

    @Test
    void everyMessageIsAcceptedOrRefusedAsTheSuiteSpecifies() throws Exception {
        requireSuite();
        FileVerifier verifier = Verified.verifier(trust());
        Set<String> wrong = new TreeSet<>();
        int messages = 0;
        for (Path message : files("smime")) {
            String name = message.getFileName().toString().replaceAll("^Signed|\\.eml$", "");
            messages++;
            if (DELTA.contains(name)) {
                continue;
            }
            Verification verification = verify(verifier, message);
            if (verification.isValid() != isSound(name)) {
                wrong.add(name + " came to " + verification);
            }
            assertThat(verification.reasons())
                    .as(name)
                    .allSatisfy(reason -> assertThat(reason.rule().group()).isEqualTo(Rule.Group.SECURE));
        }
        assertThat(wrong).isEmpty();
        assertThat(messages).isEqualTo(224);
    }

    /** Sections 4.4, 4.5, 4.7 and 4.14: messages with a certificate on a list, and those whose list is not usable. */
    @Test
    void revokedMessagesAreRevokedAndThoseWithoutAUsableListIndeterminate() throws Exception {
        PeerProgram.demand(
                Files.isDirectory(SUITE), "python3-cryptography-vectors is not installed (see .ci/packages.txt)");
        FileVerifier verifier = Verified.verifier(trust());
        Set<String> revoked = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (Path message : files("smime")) {
            Verification verification = verify(verifier, message);
            String name = message.getFileName().toString().replaceAll("^Signed|\\.eml$", "");
            if (DELTA.contains(name)) {
                continue;
            }
            if (verification.reasons().stream().anyMatch(reason -> reason.rule() == Rule.SIGNER_REVOKED)) {
                revoked.add(name);
            } else if (verification.reasons().stream()
                    .anyMatch(reason -> reason.message().startsWith(undecided))) {
                open.add(name);
            }
        }
        assertThat(revoked)
                .containsExactlyInAnyOrder(
                        "InvalidBasicSelfIssuedCRLSigningKeyTest7",
                        "InvalidBasicSelfIssuedNewWithOldTest5",
                        "InvalidBasicSelfIssuedOldWithNewTest2",
                        "InvalidIDPwithindirectCRLTest23",
                        "InvalidLongSerialNumberTest18",
                        "InvalidNegativeSerialNumberTest15",
                        "InvalidRevokedCATest2",
                        "InvalidRevokedEETest3",
                        "InvalidSeparateCertificateandCRLKeysTest20",
                        "InvalidcRLIssuerTest31",
                        "InvalidcRLIssuerTest32",
                        "InvalidcRLIssuerTest34",
                        "InvaliddeltaCRLTest3",
                        "InvaliddeltaCRLTest6",
                        "InvaliddeltaCRLTest9",
                        "InvaliddistributionPointTest2",
                        "InvaliddistributionPointTest6",
                        "InvalidonlySomeReasonsTest15",
                        "InvalidonlySomeReasonsTest16",
                        "InvalidonlySomeReasonsTest20",
                        "InvalidonlySomeReasonsTest21");
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "InvalidBadCRLIssuerNameTest5",
                        "InvalidBadCRLSignatureTest4",
                        "InvalidIDPwithindirectCRLTest26",
                        "InvalidOldCRLnextUpdateTest11",
                        "InvalidSeparateCertificateandCRLKeysTest21",
                        "InvalidUnknownCRLEntryExtensionTest8",
                        "InvalidUnknownCRLExtensionTest10",
                        "InvalidUnknownCRLExtensionTest9",
                        "InvalidWrongCRLTest6",
                        "InvalidcRLIssuerTest27",
                        "InvalidcRLIssuerTest35",
                        "InvaliddeltaCRLIndicatorNoBaseTest1",
                        "InvaliddeltaCRLTest10",
                        "InvaliddistributionPointTest3",
                        "InvaliddistributionPointTest8",
                        "InvaliddistributionPointTest9",
                        "InvalidkeyUsageCriticalcRLSignFalseTest4",
                        "InvalidkeyUsageNotCriticalcRLSignFalseTest5",
                        "InvalidonlyContainsAttributeCertsTest14",
                        "InvalidonlyContainsCACertsCRLTest12",
                        "InvalidonlyContainsUserCertsCRLTest11",
                        "InvalidonlySomeReasonsTest17",
                        "Invalidpre2000CRLnextUpdateTest12",
                        "MissingCRLTest1");
    }

    @Test
    void deltaListIsRefusedWhenItIsGiven() throws Exception {
        requireSuite();
        Trust trust = trust();
        try (InputStream in = Files.newInputStream(SUITE.resolve("crls/deltaCRLCA1deltaCRL.crl"))) {
            X509CRL delta = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            assertThatThrownBy(() -> trust.withRevocationLists(List.of(delta)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("delta list");
        }
    }

    private static boolean isSound(String name) {
        return !name.startsWith("Invalid") && !INVALID_BY_POLICY.contains(name) && !DSA.contains(name);
    }

    private static Trust trust() throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        List<X509CRL> lists = new ArrayList<>();
        X509Certificate anchor = null;
        for (Path file : files("certs")) {
            try (InputStream in = Files.newInputStream(file)) {
                X509Certificate certificate = (X509Certificate) factory.generateCertificate(in);
                certificates.add(certificate);
                anchor = file.getFileName().toString().startsWith("TrustAnchor") ? certificate : anchor;
            }
        }
        for (Path file : files("crls")) {
            try (InputStream in = Files.newInputStream(file)) {
                X509CRL list = (X509CRL) factory.generateCRL(in);
                if (list.getExtensionValue("2.5.29.27") == null) {
                    lists.add(list);
                }
            }
        }
        return Trust.of(List.of(anchor))
                .withIntermediates(certificates)
                .withRevocationLists(lists)
                .withRevocationListsRequired();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SUITE.resolve(folder))) {
            return files.sorted().collect(toCollection(ArrayList::new));
        }
    }

    /** Verifies the two parts of a multipart/signed message (RFC 8551): the first is signed with CR LF line ends. */
    private static Verification verify(FileVerifier verifier, Path message) throws IOException {
        String text = Files.readString(message, ISO_8859_1).replace("\r\n", "\n");
        String boundary = "\n--" + text.replaceAll("(?s).*boundary=\"([^\"]+)\".*", "$1");
        String[] parts = text.split(Pattern.quote(boundary), -1);
        String content = parts[1].substring(1).replace("\n", "\r\n");
        String signature = parts[2].substring(parts[2].indexOf("\n\n")).replace("\n", "");
        return verifier.verify(
                NamedFile.of("message", content.getBytes(ISO_8859_1)),
                Optional.of(NamedFile.of("smime.p7s", Base64.getDecoder().decode(signature))));
    }
}
