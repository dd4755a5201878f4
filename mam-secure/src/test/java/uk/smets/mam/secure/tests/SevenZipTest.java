package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.testing.PeerProgram;

/** 7-Zip, which suppliers have used to pack their files, and DCC to unpack them. */
@Tag("interop")
class SevenZipTest {
    private static final String AES_256 = "-mem=AES256";

    @TempDir
    private Path folder;

    private Path out;
    private Path archive;
    private ArchiveFolder received;

    @BeforeEach
    void prepareFolders() throws IOException {
        Peer.SEVEN_ZIP.require();
        Sample.in(folder);
        received = new ArchiveFolder(Files.createDirectory(folder.resolve("received")));
        out = received.out;
        archive = folder.resolve(Sample.ARCHIVE_NAME);
    }

    /** Packs files with 7-Zip's defaults and these options. */
    private byte[] packedBySevenZip(List<String> files, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("a", "-tzip", "-p"));
        arguments.addAll(List.of(options));
        arguments.add(Sample.ARCHIVE_NAME);
        arguments.addAll(files);
        String twice = received.passwordFile.md5() + "\n" + received.passwordFile.md5() + "\n";
        Peer.SEVEN_ZIP
                .runAnswering(twice, folder, arguments.toArray(String[]::new))
                .succeeded();
        return Files.readAllBytes(archive);
    }

    private PeerProgram.Answer testedBySevenZip(PasswordFile passwordFile) throws Exception {
        return Peer.SEVEN_ZIP.runAnswering(passwordFile.md5() + "\n", folder, "t", Sample.ARCHIVE_NAME);
    }

    @Test
    void sevenZipOpensAnArchivePackedHere() throws Exception {
        EncryptedArchive.create(folder.resolve(Sample.NAME), Sample.passwordFile(), archive);
        assertThat(testedBySevenZip(Sample.passwordFile()).succeeded().output()).contains("Everything is Ok");
        Peer.SEVEN_ZIP
                .runAnswering(Sample.MD5 + "\n", folder, "x", "-oout7", Sample.ARCHIVE_NAME)
                .succeeded();
        assertThat(folder.resolve("out7").resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
        assertThat(Peer.SEVEN_ZIP
                        .run(folder, "l", "-slt", Sample.ARCHIVE_NAME)
                        .succeeded()
                        .output())
                .contains("Path = " + Sample.NAME, "Method = AES-256 Deflate", "Encrypted = +", "CRC = \n")
                .doesNotContain("Warning");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 70_000, 1_000_000})
    void sevenZipFindsNoErrorsInContentOfAnySize(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        Path file = Files.write(folder.resolve(Sample.NAME), content);
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, file);
        EncryptedArchive.create(file, passwordFile, archive);
        assertThat(testedBySevenZip(passwordFile).succeeded().output()).contains("Everything is Ok");
    }

    @Test
    void sevenZipRefusesAnotherPassword() throws Exception {
        EncryptedArchive.create(folder.resolve(Sample.NAME), Sample.passwordFile(), archive);
        assertThat(testedBySevenZip(PasswordFile.of(Sample.USER_ID, Sample.NAME, "0".repeat(32)))
                        .output())
                .contains("Wrong password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-mx=1", "-mx=5", "-mx=9", "-mx=0", "-mtc=off", "-mtm=off", "-mcu=on", "-mm=Deflate"})
    void archiveOfSevenZipWithAes256IsOpened(String option) throws Exception {
        assertThat(received.opens(packedBySevenZip(List.of(Sample.NAME), AES_256, option)))
                .isEqualTo(Sample.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 200_000})
    void contentStoredUncompressedBySevenZipIsOpened(int size) throws Exception {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        received.passwordFile = PasswordFile.of(Sample.USER_ID, Files.write(folder.resolve(Sample.NAME), content));
        assertThat(received.opens(packedBySevenZip(List.of(Sample.NAME), AES_256)))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({"-mem=ZipCrypto, ZipCrypto", "-mx=5, ZipCrypto", "-mem=AES128, AES-128", "-mem=AES192, AES-192"})
    void archiveOfSevenZipWithOtherEncryptionIsRefusedWithTheRemedy(String option, String words) throws Exception {
        received.refuses(packedBySevenZip(List.of(Sample.NAME), option), Rule.ARCHIVE_ENCRYPTION)
                .contains(words, "-tzip -mem=AES256");
    }

    @Test
    void unencryptedArchiveOfSevenZipIsRefused() throws Exception {
        Peer.SEVEN_ZIP
                .run(folder, "a", "-tzip", Sample.ARCHIVE_NAME, Sample.NAME)
                .succeeded();
        received.refuses(Files.readAllBytes(archive), Rule.ARCHIVE_ENCRYPTION)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENCRYPTION, "archive that is not encrypted"));
    }

    @Test
    void archiveInSevenZipFormatIsRefused() throws Exception {
        Peer.SEVEN_ZIP
                .runAnswering(Sample.MD5 + "\n" + Sample.MD5 + "\n", folder, "a", "-t7z", "-p", "x.7z", Sample.NAME)
                .succeeded();
        received.refuses(Files.readAllBytes(folder.resolve("x.7z")), Rule.ARCHIVE_CORRUPT)
                .contains("7z");
    }

    @ParameterizedTest
    @CsvSource({"-mm=LZMA, 14", "-mm=BZip2, 12", "-mm=Deflate64, 9"})
    void archiveOfSevenZipWithOtherCompressionIsRefused(String option, int method) throws Exception {
        Path file = folder.resolve(Sample.NAME);
        Files.write(file, Sample.TEXT.repeat(100).getBytes(US_ASCII));
        received.passwordFile = PasswordFile.of(Sample.USER_ID, file);
        received.refuses(packedBySevenZip(List.of(Sample.NAME), AES_256, option), Rule.ARCHIVE_ENTRIES)
                .contains(" " + method + ":", "-mm=Deflate");
    }

    @Test
    void archiveWithTwoFilesAnotherFileOrAFolderIsRefused() throws Exception {
        Files.writeString(folder.resolve("other.csv"), "other");
        received.refuses(packedBySevenZip(List.of(Sample.NAME, "other.csv"), AES_256), Rule.ARCHIVE_ENTRIES)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENTRIES, "two entries"));
        Files.delete(archive);
        received.refuses(packedBySevenZip(List.of("other.csv"), AES_256), Rule.ARCHIVE_ENTRIES)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENTRIES, "entry with another name"));
        Files.delete(archive);
        Files.createDirectory(folder.resolve("empty"));
        received.refuses(packedBySevenZip(List.of("empty"), AES_256), Rule.ARCHIVE_ENTRIES);
    }

    @Test
    void symbolicLinkPackedBySevenZipIsRefused() throws Exception {
        Files.move(folder.resolve(Sample.NAME), folder.resolve("target"));
        Files.createSymbolicLink(folder.resolve(Sample.NAME), Path.of("target"));
        received.refuses(packedBySevenZip(List.of(Sample.NAME), AES_256, "-snl"), Rule.ARCHIVE_ENTRIES)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENTRIES, "entry that is a link"));
    }

    @Test
    void archiveStreamedBySevenZipIsOpened() throws Exception {
        // 7-Zip cannot seek in a pipe, so it writes the sizes after the data.
        Files.writeString(
                folder.resolve("pack"), "7zz a -tzip -mem=AES256 -p -so x.zip " + Sample.NAME + " > piped 2> said");
        Peer.SHELL
                .runAnswering(Sample.MD5 + "\n" + Sample.MD5 + "\n", folder, "pack")
                .succeeded();
        assertThat(received.opens(Files.readAllBytes(folder.resolve("piped")))).isEqualTo(Sample.bytes());
    }

    @Test
    void limitsApplyToArchivesOfSevenZip() throws Exception {
        received.options = ArchiveOptions.defaults().withMaxSize(Sample.bytes().length - 1);
        received.refuses(packedBySevenZip(List.of(Sample.NAME), AES_256), Rule.ARCHIVE_TOO_LARGE);
        assertThat(out).isEmptyDirectory();
    }
}
