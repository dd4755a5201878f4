package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.signature.Verification;

/** If any bit changes in transit, the file is refused with a reason of the catalogue. */
class FlippedBitsTest {
    private final TestPki.Holder supplier = Verified.PKI.supplier;
    private final FileSigner signer = FileSigner.of(SigningKey.of(supplier.key(), List.of(supplier.certificate())))
            .withClock(Verified.CLOCK);
    private final FileVerifier verifier = Verified.verifier(Trust.of(List.of(Verified.PKI.issuing.certificate())));

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }

    private static void assertRefused(int bit, Verification verification, List<Integer> taken) {
        if (verification.isValid()) {
            taken.add(bit);
        }
        assertThat(verification.reasons())
                .as("bit %d", bit)
                .allSatisfy(reason -> assertThat(Verified.REASONS).contains(reason.rule()));
    }

    @Test
    void changedBitOfADetachedSignatureIsRefused() {
        byte[] signature = signer.sign(Verified.FILE).get(1).bytes();
        List<Integer> taken = new ArrayList<>();
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            NamedFile changed = NamedFile.of("x.p7s", flipped(signature, bit));
            assertRefused(bit, verifier.verify(Verified.FILE, Optional.of(changed)), taken);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void changedBitOfTheFileIsRefused() {
        NamedFile signature = signer.sign(Verified.FILE).get(1);
        List<Integer> taken = new ArrayList<>();
        for (int bit = 0; bit < Verified.BYTES.length * Byte.SIZE; bit++) {
            NamedFile changed = NamedFile.of(Verified.FILE.name(), flipped(Verified.BYTES, bit));
            assertRefused(bit, verifier.verify(changed, Optional.of(signature)), taken);
        }
        assertThat(taken).isEmpty();
    }

    /** The part after the content is the same as in a detached signature. */
    @Test
    void changedBitOfAnEnclosingSignatureIsRefusedUpToTheEndOfTheContent() {
        SignatureLayout layout = SignatureLayout.enclosedCms();
        NamedFile sent = signer.withLayout(layout).sign(Verified.FILE).get(0);
        byte[] bytes = sent.bytes();
        List<Integer> taken = new ArrayList<>();
        for (int bit = 0; bit < endOfContent(bytes) * Byte.SIZE; bit++) {
            NamedFile changed = NamedFile.of(sent.name(), flipped(bytes, bit));
            assertRefused(bit, verifier.withLayout(layout).verify(changed, Optional.empty()), taken);
        }
        assertThat(taken).isEmpty();
    }

    private static int endOfContent(byte[] enclosing) {
        return new String(enclosing, ISO_8859_1).indexOf(new String(Verified.BYTES, ISO_8859_1))
                + Verified.BYTES.length;
    }

    @Test
    void missingOrAddedByteOfASignatureIsRefused() {
        byte[] signature = signer.sign(Verified.FILE).get(1).bytes();
        for (int length = 0; length < signature.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(signature, length);
            List<Integer> taken = new ArrayList<>();
            assertRefused(length, verifier.verify(Verified.FILE, Optional.of(NamedFile.of("x.p7s", cut))), taken);
            assertThat(taken).isEmpty();
        }
        byte[] longer = java.util.Arrays.copyOf(signature, signature.length + 1);
        assertThat(verifier.verify(Verified.FILE, Optional.of(NamedFile.of("x.p7s", longer)))
                        .isValid())
                .isFalse();
    }
}
