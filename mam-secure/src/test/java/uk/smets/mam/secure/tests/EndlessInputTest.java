package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.Trust;
import uk.smets.mam.secure.smki.SmkiCertificate;

/** A stream that never ends is refused at the documented limit, and read no further. */
class EndlessInputTest {
    private static final int MIB = 1 << 20;
    private static final ArchiveOptions SMALL = ArchiveOptions.defaults().withMaxInMemory(2 * MIB);

    @TempDir
    private Path folder;

    private final Zeros zeros = new Zeros();
    private final Input endless = Input.of(zeros, Sample.NAME);

    /** Counts the bytes that are read from it. */
    private static final class Zeros extends InputStream {
        private long read;

        @Override
        public int read() {
            read++;
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) 0);
            read += length;
            return length;
        }
    }

    private void assertTooLarge(long limit, ThrowingCallable operation) {
        Refusal.of(Rule.ARCHIVE_TOO_LARGE, operation).startsWith(Sample.NAME + ": more than " + limit + " bytes");
        assertThat(zeros.read).isEqualTo(limit + 1);
    }

    private void assertIsLarger(int limit, ThrowingCallable operation) {
        assertThatIOException().isThrownBy(operation).withMessageContaining("larger than the " + limit + " bytes");
        assertThat(zeros.read).isEqualTo(limit + 1);
    }

    @Test
    void endlessFileToSealIsRefused() {
        assertTooLarge(
                2 * MIB,
                () -> Submission.seal(
                        endless, Parties.SUPPLIER, SealOptions.defaults().withArchive(SMALL)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endlessFileToPrepareIsRefused() {
        assertTooLarge(
                2 * MIB,
                () -> Submission.prepare(endless, folder, SealOptions.defaults().withArchive(SMALL), Parties.CLOCK));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endlessFileToArchiveIsRefused() {
        assertTooLarge(2 * MIB, () -> EncryptedArchive.create(endless, Sample.passwordFile(), SMALL));
    }

    @Test
    void endlessFileToHashIsRefused() {
        assertTooLarge(128 * MIB, () -> PasswordFile.of(Sample.USER_ID, endless));
    }

    /** An archive may be one MiB larger than its content. */
    @Test
    void endlessArchiveIsRefused() {
        assertTooLarge(3 * MIB, () -> EncryptedArchive.read(endless, Sample.passwordFile(), SMALL));
    }

    @Test
    void endlessPasswordFileOfASubmissionIsRefused() {
        assertIsLarger(
                MIB,
                () -> Submission.read(
                        Input.of(new byte[0], "x.zip"),
                        endless,
                        Optional.empty(),
                        Parties.DCC,
                        OpenOptions.defaults()));
    }

    @Test
    void endlessPasswordFileIsRefused() {
        Refusal.of(Rule.PASSWORD_FILE_FORMAT, () -> PasswordFile.parse(endless)).contains("larger than 1 MiB");
        assertThat(zeros.read).isEqualTo(MIB + 1);
    }

    @Test
    void endlessFileToSignIsRefused() {
        assertIsLarger(MIB, () -> Parties.SUPPLIER.sign(endless));
    }

    @Test
    void endlessKeyFileIsRefused() {
        assertIsLarger(MIB, () -> SigningKey.pkcs12(endless, new char[] {'x'}));
    }

    @Test
    void endlessCertificateFileIsRefused() {
        assertIsLarger(64 * MIB, () -> SmkiCertificate.read(endless));
    }

    @Test
    void endlessTrustFileIsRefused() {
        assertIsLarger(64 * MIB, () -> Trust.ofInputs(List.of(endless), List.of()));
    }

    @Test
    void fileOnDiskIsNotReadIntoMemoryBeyondTheLimit() throws Exception {
        Path file = Sample.in(folder);
        SealOptions tiny =
                SealOptions.defaults().withArchive(ArchiveOptions.defaults().withMaxInMemory(100));
        Refusal.of(Rule.ARCHIVE_TOO_LARGE, () -> Submission.seal(Input.of(file), Parties.SUPPLIER, tiny))
                .contains(Sample.NAME, "100 bytes");
        Path archive = Submission.seal(file, folder, Parties.SUPPLIER, tiny).archive();
        Refusal.of(Rule.ARCHIVE_TOO_LARGE, () -> EncryptedArchive.read(archive, Sample.passwordFile(), tiny.archive()))
                .contains(Sample.ARCHIVE_NAME, "100 bytes");
        EncryptedArchive.check(archive, Sample.passwordFile(), tiny.archive());
    }
}
