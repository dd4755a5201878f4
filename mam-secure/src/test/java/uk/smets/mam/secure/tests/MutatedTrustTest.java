package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.secure.tests.Verified.PKI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.RevocationListUse;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.secure.smki.SmkiCertificate;
import uk.smets.mam.secure.smki.SmkiCertificates;

/** Folders of certificates and lists with a changed file are read completely or refused; no list is lost silently. */
class MutatedTrustTest {
    private static final byte[] SIGNATURE = Verified.signature(PKI.supplier);

    /** One as an authority writes it, and one with an extension that limits its scope. */
    private static final List<byte[]> LISTS = List.of(
            encoded(TestList.of(PKI.issuing).revoking(PKI.supplier.certificate(), CRLReason.keyCompromise)),
            encoded(TestList.of(PKI.issuing)
                    .only(new IssuingDistributionPoint(
                            new DistributionPointName(new GeneralNames(
                                    new GeneralName(GeneralName.uniformResourceIdentifier, "http://crl.invalid/1"))),
                            false,
                            false,
                            null,
                            false,
                            false))
                    .revoking(PKI.supplier.certificate(), Extension.reasonCode, false, CRLReason.lookup(1))));

    /** The file and its error, or the list of the folder that cannot be used. */
    private static final String REFUSED =
            "(?s).*/b: .+|.*: lists: (one of them cannot be read|that of .*( is a delta list; give the complete list|"
                    + " has an extension that cannot be read; ask for another copy))";

    @TempDir
    private Path folder;

    private Path changed;

    private static byte[] encoded(TestList list) {
        try {
            return list.signed().getEncoded();
        } catch (java.security.cert.CRLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] issuing() throws Exception {
        return PKI.issuing.certificate().getEncoded();
    }

    @BeforeEach
    void prepareFolder() throws Exception {
        Files.write(folder.resolve("a-root.der"), PKI.root.certificate().getEncoded());
        changed = folder.resolve("b");
    }

    /** A file with a list that revokes the signer, in one of the usual forms. */
    private static String text(byte[] list, Random random) throws Exception {
        String block = PemMutation.pem(random.nextBoolean() ? "X509 CRL" : "CRL", list);
        String certificate = PemMutation.pem("CERTIFICATE", issuing());
        return switch (random.nextInt(5)) {
            case 0 -> block;
            case 1 -> certificate + block;
            case 2 -> block + certificate;
            case 3 -> certificate + block + certificate;
            default -> "issuer=CN = Z1\n" + certificate + "\nissuer=CN = Z1\n" + block;
        };
    }

    private void mutateList(Random random, Mutations.Trial trial) throws Exception {
        byte[] list = LISTS.get(random.nextInt(LISTS.size()));
        boolean structure = random.nextBoolean();
        byte[] made = structure ? TlvMutation.of(list, random) : list;
        boolean der = structure && random.nextBoolean();
        byte[] file = der
                ? made
                : structure ? text(made, random).getBytes(ISO_8859_1) : PemMutation.of(text(list, random), random);
        check(trial.input("list", file), hasLineOf(file, made) || der);
    }

    private static boolean hasLineOf(byte[] file, byte[] der) {
        String text = new String(file, ISO_8859_1);
        return PemMutation.pem("X", der).lines().anyMatch(line -> line.length() >= 40 && text.contains(line));
    }

    /** A signer that the list revoked is valid only if the verdict gives the reason why the list was not used. */
    private void check(byte[] file, boolean listIsThere) throws IOException {
        Files.write(changed, file);
        readAsCertificates();
        Trust trust;
        try {
            trust = Trust.ofFolder(folder);
        } catch (IOException e) {
            assertThat(e.getMessage()).matches(REFUSED);
            return;
        }
        Verification verification = Verified.verify(trust, SIGNATURE);
        assertThat(verification.reasons()).extracting(VerificationReason::rule).allMatch(Verified.REASONS::contains);
        if (verification.isValid() && listIsThere) {
            assertThat(verification.revocationLists())
                    .as("lists in a valid verdict")
                    .isNotEmpty()
                    .allMatch(use -> !use.isUsed() && use.unusedBecause().isPresent());
        }
        assertThat(verification.revocationLists())
                .extracting(RevocationListUse::issuerName)
                .noneMatch(String::isBlank);
    }

    /** Reads the folder like {@code mam cert} and the selection of certificates. */
    private void readAsCertificates() {
        try {
            SmkiCertificates.ofFile(changed).all().forEach(MutatedTrustTest::describe);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(changed.toString());
        }
        try {
            SmkiCertificates.ofFolder(folder).all().forEach(MutatedTrustTest::describe);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(changed.toString());
        }
        try {
            describe(SmkiCertificate.read(changed));
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    static void describe(SmkiCertificate certificate) {
        assertThat(certificate.toString()).isNotBlank().isPrintable();
        assertThat(certificate.notBefore()).isNotNull();
        assertThat(certificate.notAfter()).isNotNull();
        certificate.userId();
        certificate.role();
        certificate.keyUses();
        for (CertificateSlot slot : CertificateSlot.values()) {
            assertThat(certificate.problemsIn(slot, TestPki.NOW)).noneMatch(String::isBlank);
        }
        try {
            assertThat(certificate.certificateId().toString()).isNotBlank();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("cannot be named in a file of the MAM");
        }
    }

    private void mutateCertificate(Random random, Mutations.Trial trial) throws Exception {
        byte[] sound = (random.nextBoolean() ? PKI.supplier : PKI.issuing)
                .certificate()
                .getEncoded();
        byte[] certificate = TlvMutation.of(sound, random);
        SmkiCertificate.find(trial.input("certificate", certificate)).ifPresent(MutatedTrustTest::describe);
        String text = PemMutation.pem("CERTIFICATE", certificate);
        byte[] pem = random.nextInt(4) == 0 ? PemMutation.of(text, random) : text.getBytes(ISO_8859_1);
        SmkiCertificate.find(pem).ifPresent(MutatedTrustTest::describe);
        check(random.nextBoolean() ? certificate : pem, false);
    }

    @Test
    void revokedSignerIsValidOnlyIfTheVerdictNamesTheUnusableList() throws Exception {
        Files.write(changed, LISTS.get(0));
        assertThat(Verified.verify(Trust.ofFolder(folder), SIGNATURE).reasons())
                .extracting(VerificationReason::rule)
                .containsExactly(uk.smets.mam.model.Rule.SIGNER_REVOKED);
        Mutations.run("revocation lists", 1_500, this::mutateList);
    }

    @Test
    void changedCertificateIsReadOrRefusedAsDocumented() {
        Mutations.run("certificates", 1_000, this::mutateCertificate);
    }
}
