package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.VerificationReason;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verdict;
import uk.smets.mam.secure.signature.Verification;
import uk.smets.mam.testing.MessageListing;

/** The file that the tests sign, and assertions about its verification. */
final class Verified {
    static final TestPki PKI = new TestPki(new SeededRandom(1));
    static final Clock CLOCK = Clock.fixed(TestPki.NOW, ZoneOffset.UTC);
    static final byte[] BYTES =
            "70-B3-D5-1F-30-00-A0-01\nMA.csv\n00112233445566778899aabbccddeeff\n".getBytes(US_ASCII);
    static final NamedFile FILE = NamedFile.of("MAPASSWORD_MA.csv", BYTES);

    /** The rules that a verification of arbitrary bytes may report. */
    static final Set<Rule> REASONS = Set.of(
            Rule.SIGNATURE_MISSING,
            Rule.SIGNATURE_INVALID,
            Rule.SIGNER_UNTRUSTED,
            Rule.SIGNER_EXPIRED,
            Rule.SIGNER_REVOKED,
            Rule.SIGNER_USAGE);

    private Verified() {}

    static Trust trust() {
        return Trust.of(List.of(PKI.root.certificate()));
    }

    static FileSigner signer(TestPki.Holder holder) {
        return FileSigner.of(SigningKey.of(holder.key(), PKI.chain(holder))).withClock(CLOCK);
    }

    /** A verifier whose clock has the time of the tests. */
    static FileVerifier verifier(Trust trust) {
        return FileVerifier.of(trust).withClock(CLOCK);
    }

    /** The detached signature of a holder over the file. */
    static byte[] signature(TestPki.Holder holder) {
        return signer(holder).sign(FILE).get(1).bytes();
    }

    /** A signature by Bouncy Castle, with the supplier's certificates. */
    static ForeignCms foreign() {
        return new ForeignCms().certificates(PKI.supplier.certificate(), PKI.issuing.certificate());
    }

    static Verification verify(Trust trust, byte[] signature) {
        return verifier(trust).verify(FILE, Optional.of(NamedFile.of(FILE.name() + ".p7s", signature)));
    }

    static Verification verify(byte[] signature) {
        return verify(trust(), signature);
    }

    static void assertValid(Verification verification) {
        assertThat(verification.reasons()).isEmpty();
        assertThat(verification.verdict()).isEqualTo(Verdict.VALID);
        assertThat(verification.isValid()).isTrue();
        assertThat(verification.content()).isEqualTo(FILE);
    }

    /** Asserts a refusal for one reason, with the message that is pinned for the sample. */
    static void assertRefusedLike(Verification verification, Rule rule, String sample) {
        assertRefused(verification, rule);
        assertThat(verification.reasons().get(0).message()).isEqualTo(MessageListing.pinned(rule, sample));
    }

    /** Asserts a refusal for one reason, whose message contains all of the names and numbers. */
    static void assertRefused(Verification verification, Rule rule, String... words) {
        assertThat(verification.reasons())
                .as(verification.toString())
                .extracting(VerificationReason::rule)
                .containsExactly(rule);
        assertThat(List.of(words))
                .allSatisfy(word ->
                        assertThat(verification.reasons().get(0).message()).contains(word));
        assertThat(verification.isValid()).isFalse();
        assertThat(verification.verdict())
                .isEqualTo(rule == Rule.SIGNER_UNTRUSTED ? Verdict.INDETERMINATE : Verdict.INVALID);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                SecureExchangeException.class, verification::content)
                        .rule())
                .isEqualTo(rule);
    }
}
