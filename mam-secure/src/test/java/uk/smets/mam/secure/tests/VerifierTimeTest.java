package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MovingClock;

/** A verifier that is kept uses the time of each verification, not that of its creation. */
class VerifierTimeTest {
    private static final Trust TRUST = Trust.of(List.of(Verified.PKI.root.certificate()));

    private final MovingClock clock = new MovingClock(TestPki.NOW);
    private final FileVerifier verifier = FileVerifier.of(TRUST).withClock(clock);
    private final FileSigner signer = Verified.signer(Verified.PKI.supplier).withClock(clock);

    private Optional<NamedFile> signature() {
        return Optional.of(signer.sign(Verified.FILE).get(1));
    }

    private static void assertOnlyReason(Verification verification, Rule rule) {
        assertThat(verification.reasons()).extracting(VerificationReason::rule).containsExactly(rule);
    }

    @Test
    void verifierThatIsKeptAcceptsAFileThatIsSignedTomorrow() {
        assertThat(verifier.verify(Verified.FILE, signature()).reasons()).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(verifier.verify(Verified.FILE, signature()).reasons()).isEmpty();
    }

    @Test
    void verifierThatIsKeptRefusesASignerWhoseCertificateExpiredInTheMeantime() {
        Optional<NamedFile> signature = signature();
        clock.advance(Duration.ofDays(3653));
        assertOnlyReason(verifier.verify(Verified.FILE, signature), Rule.SIGNER_EXPIRED);
    }

    @Test
    void verifierAtTheTimeOfReceiptIgnoresTheClock() {
        Optional<NamedFile> signature = signature();
        clock.advance(Duration.ofDays(3653));
        assertThat(verifier.at(TestPki.NOW).verify(Verified.FILE, signature).reasons())
                .isEmpty();
        assertOnlyReason(
                verifier.at(TestPki.NOW.minus(Duration.ofMinutes(6))).verify(Verified.FILE, signature),
                Rule.SIGNATURE_INVALID);
    }

    @Test
    void verifierWithoutAClockUsesThatOfTheSystem() {
        assertOnlyReason(FileVerifier.of(TRUST).verify(Verified.FILE, signature()), Rule.SIGNER_EXPIRED);
    }
}
