package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.Overwriting;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.SmallDisk;

/** A full disk: a file system of 64 KiB, which only an administrator on Linux can mount. */
@Tag("interop")
class FullDiskTest {
    private static final int SIZE = 64 * 1024;

    @TempDir
    private Path folder;

    private Path disk;
    private SmallDisk mounted;

    @BeforeEach
    void mountSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = SmallDisk.mount(disk, SIZE);
    }

    @AfterEach
    void unmountSmallDisk() throws Exception {
        if (mounted != null) {
            mounted.unmount();
        }
    }

    private Path noise(String name, int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        return Files.write(folder.resolve(name), noise);
    }

    @Test
    void archiveThatDoesNotFitKeepsTheOldFilesOnly() throws IOException {
        Path small = noise("week.xlsx", 1_000);
        SealOptions options = SealOptions.defaults().withUserId(Sample.USER_ID).withOverwriting(Overwriting.allowed());
        SealedSubmission<Path> old = Submission.seal(small, disk, Parties.SUPPLIER, options);
        String[] files = disk.toFile().list();

        Path large = noise("week.xlsx", SIZE);
        assertThatIOException().isThrownBy(() -> Submission.seal(large, disk, Parties.SUPPLIER, options));

        assertThat(disk.toFile().list()).containsExactlyInAnyOrder(files);
        EncryptedArchive.check(old.archive(), old.passwordFileContent(), options.archive());
    }

    @Test
    void noFileRemainsIfTheLastDoesNotFit() throws IOException {
        // Room for the archive, the password file and the signature, but not for the mail that contains them.
        Path file = noise("week.xlsx", SIZE - 10_000);
        SealOptions options =
                SealOptions.defaults().withUserId(Sample.USER_ID).withMailDraft(MailDraft.at(Parties.CLOCK));
        assertThatIOException().isThrownBy(() -> Submission.seal(file, disk, Parties.SUPPLIER, options));
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void openedFileThatDoesNotFitKeepsTheOldOne() throws IOException {
        Path file = noise("week.xlsx", 2 * SIZE);
        SealedSubmission<Path> sealed = Submission.seal(
                file, folder, Parties.SUPPLIER, SealOptions.defaults().withUserId(Sample.USER_ID));
        Files.writeString(disk.resolve("week.xlsx"), "old");
        assertThatIOException()
                .isThrownBy(() -> Submission.open(
                        sealed.archive(),
                        sealed.passwordFile(),
                        sealed.signature(),
                        Parties.DCC,
                        disk,
                        OpenOptions.defaults().withOverwriting(Overwriting.allowed())));
        assertThat(disk.toFile().list()).containsExactly("week.xlsx");
        assertThat(disk.resolve("week.xlsx")).hasContent("old");
    }

    @Test
    void passwordFileThatDoesNotFitLeavesNoFile() throws IOException {
        Files.write(disk.resolve("filler"), new byte[SIZE]);
        assertThatIOException()
                .isThrownBy(() -> PasswordFile.of(Sample.USER_ID, Sample.NAME, Sample.MD5)
                        .write(disk.resolve(Sample.PASSWORD_FILE_NAME)));
        assertThat(disk.toFile().list()).containsExactly("filler");
    }
}
