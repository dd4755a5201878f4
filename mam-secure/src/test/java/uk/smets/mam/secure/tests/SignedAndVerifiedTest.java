package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.secure.FileSigner;
import uk.smets.mam.secure.FileVerifier;
import uk.smets.mam.secure.NamedFile;
import uk.smets.mam.secure.SignatureLayout;
import uk.smets.mam.secure.SigningKey;
import uk.smets.mam.secure.Trust;
import uk.smets.mam.secure.Verdict;
import uk.smets.mam.secure.Verification;

class SignedAndVerifiedTest {
    private static final TestPki PKI = new TestPki();
    private static final NamedFile FILE =
            NamedFile.of("MAPASSWORD_MA.csv", "70-B3-D5-1F-30-00-A0-01\nMA.csv\n".getBytes(US_ASCII));

    private final FileSigner signer = FileSigner.of(SigningKey.of(PKI.supplier.key(), PKI.chain(PKI.supplier)))
            .clock(Clock.fixed(TestPki.NOW, ZoneOffset.UTC));
    private final FileVerifier verifier = FileVerifier.of(Trust.of(List.of(PKI.root.certificate()), TestPki.NOW));

    @Test
    void detachedSignatureStandsBesideTheFileAndVerifies() {
        List<NamedFile> sent = signer.sign(FILE);
        assertThat(sent).extracting(NamedFile::name).containsExactly(FILE.name(), FILE.name() + ".p7s");
        Verification verification = verifier.verify(sent.get(0), Optional.of(sent.get(1)));
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.VALID);
        assertThat(verification.content()).isEqualTo(FILE);
        assertThat(verification.signer().orElseThrow().signingTime()).contains(TestPki.NOW);
        assertThat(verification.signer().orElseThrow().certificate().userId()).contains(TestPki.USER_ID);
    }

    @Test
    void enclosedSignatureCarriesTheFileAndVerifies() {
        List<NamedFile> sent = signer.layout(SignatureLayout.enclosedCms()).sign(FILE);
        assertThat(sent).extracting(NamedFile::name).containsExactly(FILE.name() + ".p7m");
        Verification verification =
                verifier.layout(SignatureLayout.enclosedCms()).verify(sent.get(0), Optional.empty());
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.content()).isEqualTo(FILE);
    }
}
