package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;

class DropFolderTest {
    private static final Path SAMPLES = Path.of("../../samples");
    private static final String STEM = "_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2019-07-31T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path drop;

    @TempDir
    Path notices;

    private final List<MigrationAuthorisation> stored = new ArrayList<>();

    private void receive() throws IOException {
        X509Certificate authority =
                SmkiCertificate.read(SAMPLES.resolve("test-authority.pem")).x509();
        FileVerifier verifier = FileVerifier.of(Trust.of(List.of(authority))).withClock(CLOCK);
        new DropFolder(verifier, CLOCK, stored::add, notices).receive(drop);
    }

    private void dropTheSample() throws IOException {
        for (String name :
                List.of("MA" + STEM + ".zip", "MAPASSWORD" + STEM + ".csv", "MAPASSWORD" + STEM + ".csv.p7s")) {
            Files.copy(SAMPLES.resolve(name), drop.resolve(name));
        }
    }

    @Test
    void aValidSubmissionIsStored() throws IOException {
        dropTheSample();
        receive();
        assertThat(stored)
                .singleElement()
                .satisfies(file -> assertThat(file.rows()).hasSize(22));
        assertThat(notices).isEmptyDirectory();
    }

    @Test
    void aSubmissionWithoutItsSignatureIsRejected() throws IOException {
        dropTheSample();
        Files.delete(drop.resolve("MAPASSWORD" + STEM + ".csv.p7s"));
        receive();
        assertThat(stored).isEmpty();
        assertThat(notices.resolve("MA" + STEM + ".zip.json")).content().contains(Rule.SIGNATURE_MISSING.name());
    }

    @Test
    void aFileWithErrorsIsRejectedWithoutItsMeterPoints(@TempDir Path folder) throws IOException {
        // The supplier may send a meter point twice, with a warning; this receiver treats it as an error.
        String text = Files.readString(SAMPLES.resolve("MA" + STEM + ".csv"));
        Path twice = folder.resolve("MA" + STEM + ".csv");
        Files.writeString(twice, text + text.substring(text.lastIndexOf('\n', text.length() - 2) + 1));
        var signer = FileSigner.of(SigningKey.pkcs12(SAMPLES.resolve("test-supplier.p12"), "test".toCharArray()))
                .withClock(CLOCK);
        Submission.seal(twice, drop, signer);

        receive();

        assertThat(stored).isEmpty();
        assertThat(notices.resolve("MA" + STEM + ".zip.txt"))
                .content()
                .contains(Rule.MPXN_DUPLICATE.name())
                .doesNotContainPattern("[0-9]{10}");
    }
}
