package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;

/**
 * The sealed sample in {@code docs/samples}: archive, password file, signature, and the certificate of the test authority.
 * {@code -Dmam.docs.update=true} recreates it, byte for byte with the same JDK and deflater. Its keys come from a generator with a
 * fixed seed, so that anyone can create them: they are for tests and must not be trusted.
 */
class SealedSampleTest {
    private static final Path SAMPLES = Path.of("..", "docs", "samples");
    private static final Path DOCUMENT = SAMPLES.resolve(Sample.NAME);
    private static final Path PASSWORD_FILE = SAMPLES.resolve(Sample.PASSWORD_FILE_NAME);
    private static final Path SIGNATURE = SAMPLES.resolve(Sample.PASSWORD_FILE_NAME + ".p7s");
    private static final Path ARCHIVE = SAMPLES.resolve(Sample.ARCHIVE_NAME);
    private static final Path AUTHORITY = SAMPLES.resolve("test-authority.pem");

    private static final Instant SEALED = Instant.parse("2019-07-31T09:00:00Z");
    private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2099-01-01T00:00:00Z");

    /** The keys of the sample: the same ones each time. */
    record Keys(TestPki.Holder authority, TestPki.Holder supplier) {
        static Keys create() {
            TestPki pki = new TestPki(new SeededRandom(20190731));
            TestPki.Holder authority = pki.order(TestPki.name("TEST Authority", "07"))
                    .authority()
                    .valid(FROM, UNTIL)
                    .selfSigned();
            TestPki.Holder supplier = pki.order(TestPki.subject("TEST Supplier", "02", Sample.USER_ID))
                    .valid(FROM, UNTIL)
                    .issuedBy(authority);
            return new Keys(authority, supplier);
        }
    }

    @BeforeAll
    static void recreate() throws Exception {
        if (!Boolean.getBoolean("mam.docs.update")) {
            return;
        }
        Keys keys = Keys.create();
        TestPki.Holder authority = keys.authority();
        TestPki.Holder supplier = keys.supplier();
        Files.writeString(AUTHORITY, SmkiCertificateTest.pem(authority.certificate()), US_ASCII);
        FileSigner signer = FileSigner.of(
                        SigningKey.of(supplier.key(), List.of(supplier.certificate(), authority.certificate())))
                .withClock(Clock.fixed(SEALED, ZoneOffset.UTC));
        Submission.seal(
                DOCUMENT,
                SAMPLES,
                signer,
                SealOptions.defaults()
                        .withArchive(ArchiveOptions.defaults().withRandom(new SeededRandom(1)))
                        .withOverwriting(Overwriting.allowed()));
    }

    static OpenedSubmission<NamedFile> read() throws IOException {
        FileVerifier verifier = FileVerifier.of(
                        Trust.of(List.of(SmkiCertificate.read(AUTHORITY).x509())))
                .at(SEALED);
        return Submission.read(
                ARCHIVE,
                PASSWORD_FILE,
                Optional.of(SIGNATURE),
                verifier,
                OpenOptions.defaults().withUserIdRequired().withUserIdExact());
    }

    @Test
    void sealedSampleOpensToTheSampleMigrationAuthorisation() throws IOException {
        OpenedSubmission<NamedFile> opened = read();
        assertThat(opened.file().name()).isEqualTo(Sample.NAME);
        assertThat(opened.file().bytes()).isEqualTo(Files.readAllBytes(DOCUMENT));
        assertThat(opened.verification().signer().orElseThrow().signingTime()).contains(SEALED);
        assertThat(MigrationAuthorisation.parse(DOCUMENT).rows()).hasSize(22);
    }

    @Test
    void samplePasswordFileIsThatOfTheMigrationAuthorisation() throws IOException {
        assertThat(PasswordFile.parse(PASSWORD_FILE)).isEqualTo(PasswordFile.of(Sample.USER_ID, DOCUMENT));
    }

    @Test
    void authorityAndSupplierAreNamedAsTestParties() throws IOException {
        assertThat(SmkiCertificate.read(AUTHORITY).subjectName()).isEqualTo("CN=TEST Authority,OU=07");
        assertThat(read().verification().signer().orElseThrow().certificate().subjectName())
                .contains("CN=TEST Supplier");
    }

    @Test
    void samplesPageListsEverySample() throws IOException {
        String page = Files.readString(SAMPLES.resolve("README.md"), UTF_8);
        assertThat(page).contains("throw-away TEST keys");
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            assertThat(samples.map(sample -> sample.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        }
    }
}
