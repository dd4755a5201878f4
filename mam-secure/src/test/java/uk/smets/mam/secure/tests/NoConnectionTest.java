package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.RevocationListUse;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verdict;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/**
 * No address in a certificate or list is ever opened, even where the JDK and Bouncy Castle are configured to open them: a listener on
 * loopback sees no connection.
 */
class NoConnectionTest {
    private static final List<String> SYSTEM = List.of(
            "com.sun.security.enableCRLDP", "com.sun.security.enableAIAcaIssuers", "org.bouncycastle.x509.enableCRLDP");

    private static final List<String> SECURITY = List.of("ocsp.enable", "com.sun.security.allowedAIALocations");

    private final Map<String, String> before = new LinkedHashMap<>();
    private LoopbackListener listener;

    @TempDir
    private Path folder;

    @BeforeEach
    void listenAndAllowTheLibrariesToConnect() throws IOException {
        listener = new LoopbackListener();
        for (String name : SYSTEM) {
            before.put(name, System.getProperty(name));
            System.setProperty(name, "true");
        }
        for (String name : SECURITY) {
            before.put(name, Security.getProperty(name));
        }
        Security.setProperty("ocsp.enable", "true");
        Security.setProperty("com.sun.security.allowedAIALocations", "any");
    }

    @AfterEach
    void restore() throws IOException {
        listener.close();
        for (String name : SYSTEM) {
            if (before.get(name) == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before.get(name));
            }
        }
        for (String name : SECURITY) {
            Security.setProperty(name, before.get(name) == null ? "" : before.get(name));
        }
    }

    private GeneralName address(String scheme, String path) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, scheme + "://127.0.0.1:" + listener.port() + "/" + path);
    }

    private CRLDistPoint points(String scheme) {
        return new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(address(scheme, "list.crl"))), null, null)
        });
    }

    private TestPki.Order withAddresses(TestPki.Order order, String scheme) {
        return order.extension(Extension.cRLDistributionPoints, points(scheme))
                .extension(Extension.freshestCRL, points(scheme))
                .extension(Extension.authorityInfoAccess, access(scheme));
    }

    private AuthorityInformationAccess access(String scheme) {
        return new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(X509ObjectIdentifiers.ocspAccessMethod, address(scheme, "ocsp")),
            new AccessDescription(X509ObjectIdentifiers.crlAccessMethod, address(scheme, "issuer.cer"))
        });
    }

    /** Three certificates with addresses in every extension that can hold one. */
    private record Chain(TestPki.Holder root, TestPki.Holder issuing, TestPki.Holder signer) {
        byte[] signature(X509Certificate... broughtAlong) {
            List<X509Certificate> all = new ArrayList<>(List.of(broughtAlong));
            all.add(signer.certificate());
            return new ForeignCms()
                    .certificates(all.toArray(X509Certificate[]::new))
                    .signer(signer)
                    .over(Verified.BYTES);
        }
    }

    private Chain chain(String scheme) {
        TestPki.Holder root = withAddresses(PKI.order(TestPki.name("Networked root", "00")), scheme)
                .authority()
                .selfSigned();
        TestPki.Holder issuing = withAddresses(PKI.order(TestPki.name("Networked", "07")), scheme)
                .authority()
                .issuedBy(root);
        return new Chain(
                root,
                issuing,
                withAddresses(PKI.order(TestPki.subject("Supplier", "02", TestPki.USER_ID)), scheme)
                        .issuedBy(issuing));
    }

    private X509CRL list(TestPki.Holder issuer, String scheme) {
        return TestList.of(issuer)
                .extension(Extension.freshestCRL, false, points(scheme))
                .extension(Extension.authorityInfoAccess, false, access(scheme))
                .signed();
    }

    private static Verification verify(Trust trust, byte[] signature) {
        return Verified.verifier(trust)
                .verify(Verified.FILE, Optional.of(NamedFile.of(Verified.FILE.name() + ".p7s", signature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https", "ldap", "ftp"})
    void verdictDependsOnTheGivenFilesOnly(String scheme) throws Exception {
        Chain chain = chain(scheme);
        Trust none = Trust.of(List.of(chain.root.certificate()));
        Trust some = none.withRevocationLists(List.of(list(chain.root, scheme)));
        Trust all = some.withRevocationLists(List.of(list(chain.issuing, scheme)));
        byte[] whole = chain.signature(chain.issuing.certificate());
        // Without the certificate of the issuing authority, whose address is in the signer's.
        byte[] bare = chain.signature();
        assertThat(List.of(
                        verify(none, whole).verdict(),
                        verify(some, whole).verdict(),
                        verify(all, whole).verdict(),
                        verify(none.withRevocationListsRequired(), whole).verdict(),
                        verify(some.withRevocationListsRequired(), whole).verdict(),
                        verify(all.withRevocationListsRequired(), whole).verdict(),
                        verify(all, bare).verdict()))
                .containsExactly(
                        Verdict.VALID,
                        Verdict.VALID,
                        Verdict.VALID,
                        Verdict.INDETERMINATE,
                        Verdict.INDETERMINATE,
                        Verdict.VALID,
                        Verdict.INDETERMINATE);
        assertThat(listener.connections()).isZero();
    }

    @Test
    void signingSealingOpeningAndReadingCertificatesOpenNoConnection() throws Exception {
        Chain chain = chain("http");
        Path trusted = Files.createDirectory(folder.resolve("trust"));
        Files.writeString(trusted.resolve("root.pem"), SmkiCertificateTest.pem(chain.root.certificate()), US_ASCII);
        Files.write(trusted.resolve("root.crl"), list(chain.root, "http").getEncoded());
        Files.write(trusted.resolve("issuing.crl"), list(chain.issuing, "ldap").getEncoded());
        FileVerifier verifier = Verified.verifier(Trust.ofFolder(trusted).withRevocationListsRequired());
        FileSigner signer = FileSigner.of(SigningKey.of(
                        chain.signer.key(), List.of(chain.signer.certificate(), chain.issuing.certificate())))
                .withClock(Verified.CLOCK);
        SealedSubmission<Path> sealed =
                Submission.seal(Sample.in(folder), Files.createDirectory(folder.resolve("sent")), signer);
        OpenedSubmission<Path> opened = Submission.open(
                sealed.archive(),
                sealed.passwordFile(),
                sealed.signature(),
                verifier,
                Files.createDirectory(folder.resolve("out")),
                OpenOptions.defaults());
        assertThat(opened.verification().revocationLists()).hasSize(2).allMatch(RevocationListUse::isUsed);
        assertThat(SmkiCertificates.ofFolder(trusted).all()).hasSize(1);
        assertThat(SmkiCertificate.read(trusted.resolve("root.pem")).subjectName())
                .isEqualTo("CN=Networked root,OU=00");
        assertThat(listener.connections()).isZero();
    }

    @Test
    void listenerCountsConnections() throws Exception {
        new Socket(InetAddress.getLoopbackAddress(), listener.port()).close();
        assertThat(listener.connections()).isEqualTo(1);
    }
}
