package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.PeerProgram;

/**
 * Archives are well-formed according to programs that read the whole structure. Info-ZIP recognises AES-256 by its extra field but
 * cannot decrypt it: it checks the structure, and 7-Zip and libarchive check the content.
 */
@Tag("interop")
class ArchiveValidityTest {
    @TempDir
    private Path folder;

    private PasswordFile pack(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = Files.write(folder.resolve(Sample.NAME), content);
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, file);
        EncryptedArchive.create(file, passwordFile, folder.resolve(Sample.ARCHIVE_NAME));
        return passwordFile;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 1_000_000})
    void zipinfoFindsOneAesEntryAndNoErrors(int size) throws Exception {
        pack(size);
        PeerProgram.Answer answer =
                Peer.ZIPINFO.run(folder, "-v", Sample.ARCHIVE_NAME).succeeded();
        assertThat(answer.output())
                .contains(
                        "sole disk of a single-part archive",
                        "central directory contains 1 entry",
                        "compression method:                             unknown (99)",
                        "file security status:                           encrypted",
                        "uncompressed size:                              " + size + " bytes",
                        "A subfield with ID 0x9901 (unknown) and 7 data bytes:")
                .doesNotContainIgnoringCase("warning")
                .doesNotContainIgnoringCase("error")
                .doesNotContainIgnoringCase("extra bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 1_000_000})
    void unzipSkipsTheEntryOnlyForItsMethod(int size) throws Exception {
        pack(size);
        PeerProgram.Answer answer = Peer.UNZIP.run(folder, "-t", Sample.ARCHIVE_NAME);
        assertThat(answer.status()).isEqualTo(81);
        assertThat(answer.output())
                .contains("need PK compat. v5.1", "1 file skipped because of unsupported compression or encoding.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 1_000_000})
    void sevenZipAndLibarchiveFindNoErrors(int size) throws Exception {
        String password = pack(size).md5() + "\n";
        assertThat(Peer.SEVEN_ZIP
                        .runAnswering(password, folder, "t", Sample.ARCHIVE_NAME)
                        .succeeded()
                        .output())
                .contains("Everything is Ok")
                .doesNotContain("Warning");
        assertThat(Peer.BSDTAR
                        .run(folder, "-tf", Sample.ARCHIVE_NAME)
                        .succeeded()
                        .output())
                .isEqualTo(Sample.NAME + "\n");
    }
}
