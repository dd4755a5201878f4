package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

class EncryptedArchiveTest {
    @TempDir
    private Path folder;

    private Path file;
    private Path archive;
    private Path out;

    @BeforeEach
    void writeFile() throws IOException {
        file = Sample.in(folder);
        archive = folder.resolve(EncryptedArchive.nameFor(Sample.NAME));
        out = Files.createDirectory(folder.resolve("out"));
    }

    @Test
    void fileIsUnpackedUnchanged() throws IOException {
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        Path opened = EncryptedArchive.open(archive, Sample.passwordFile(), out);
        assertThat(opened).isEqualTo(out.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
        assertThat(out.toFile().list()).containsExactly(Sample.NAME);
        assertThat(EncryptedArchive.read(archive, Sample.passwordFile(), ArchiveOptions.defaults()))
                .isEqualTo(Sample.bytes());
        EncryptedArchive.check(archive, Sample.passwordFile(), ArchiveOptions.defaults());
    }

    @ParameterizedTest
    @CsvSource({"a.csv, a.zip", "a.b.xlsx, a.b.zip", "a, a.zip", ".csv, .csv.zip"})
    void archiveIsNamedAfterTheFile(String fileName, String archiveName) {
        assertThat(EncryptedArchive.nameFor(fileName)).isEqualTo(archiveName);
    }

    @Test
    void archiveContainsNoPlaintext() throws IOException {
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        assertThat(Files.readString(archive, ISO_8859_1))
                .doesNotContain("CN=Z1")
                .doesNotContain(Sample.MD5)
                .doesNotContain(littleEndian(CraftedArchive.crcOf(Sample.bytes())));
    }

    private static String littleEndian(long crc) {
        return new String(new CraftedArchive.Bytes().int4(crc).toByteArray(), ISO_8859_1);
    }

    /** Sizes around the limits of an AES block, a block of the keystream and a buffer. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 4095, 4096, 4097, 65535, 65536, 65537, 131072, 262144, 300001})
    void contentOfAnySizeAndKindIsUnpackedUnchanged(int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        byte[] rows = new byte[size];
        Arrays.fill(rows, (byte) 'x');
        for (byte[] content : new byte[][] {noise, rows}) {
            Files.write(file, content);
            PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, file);
            EncryptedArchive.create(file, passwordFile, archive);
            assertThat(EncryptedArchive.read(archive, passwordFile, ArchiveOptions.defaults()))
                    .isEqualTo(content);
        }
    }

    @Test
    void sameSaltGivesTheSameBytesAndARandomSaltOthers() throws IOException {
        ArchiveOptions options = ArchiveOptions.defaults().withRandom(new FixedRandom(CraftedArchive.SALT));
        EncryptedArchive.create(file, Sample.passwordFile(), archive, options);
        byte[] first = Files.readAllBytes(archive);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        EncryptedArchive.create(file, Sample.passwordFile(), archive, options);
        assertThat(archive).hasBinaryContent(first);
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        byte[] second = Files.readAllBytes(archive);
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        assertThat(Files.readAllBytes(archive)).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(first).hasSameSizeAs(first);
    }

    @Test
    void headersDescribeOneAe2EntryAndNothingElse() throws IOException {
        EncryptedArchive.create(
                file,
                Sample.passwordFile(),
                archive,
                ArchiveOptions.defaults().withRandom(new FixedRandom(CraftedArchive.SALT)));
        String start = HexFormat.of().formatHex(Arrays.copyOf(Files.readAllBytes(archive), 30));
        // Signature, version 5.1, encrypted, AES, 09:00 on 31 July 2019, no CRC, sizes, length of the name, of the
        // extra fields.
        assertThat(start)
                .matches("504b0304" + "3300" + "0100" + "6300" + "0048ff4e" + "00000000" + "[0-9a-f]{4}0000"
                        + "b4000000" + "3200" + "0b00");
    }

    @Test
    void entryOfAWorkbookHasTheTimeOfItsFile() throws IOException {
        Path workbook = Files.write(folder.resolve("response.xlsx"), new byte[] {1, 2, 3});
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, workbook);
        for (String[] times : new String[][] {
            {"2026-11-24T12:34:56Z", "5c64785d"},
            {"1979-12-31T23:59:59Z", "00002100"},
            {"2108-01-01T00:00:00Z", "00002100"}
        }) {
            Files.setLastModifiedTime(workbook, FileTime.from(Instant.parse(times[0])));
            EncryptedArchive.create(workbook, passwordFile, archive);
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(archive), 10, 14))
                    .isEqualTo(times[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void higherLevelGivesASmallerArchive(int level) throws IOException {
        Files.writeString(file, (Sample.TEXT + "%d\n").repeat(3_000));
        PasswordFile passwordFile = PasswordFile.of(Sample.USER_ID, file);
        ArchiveOptions options = ArchiveOptions.defaults().withLevel(level);
        EncryptedArchive.create(file, passwordFile, archive, options);
        EncryptedArchive.check(archive, passwordFile, ArchiveOptions.defaults());
        assertThat(options.level()).isEqualTo(level);
        assertThat(archive.toFile().length()).isEqualTo(container() + packedSize(Files.readAllBytes(file), level));
    }

    /** The size of an archive without the deflated content. */
    private static int container() {
        return 30 + 46 + 2 * (Sample.NAME.length() + 11) + 22 + 28;
    }

    private static int packedSize(byte[] content, int level) {
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            return deflater.deflate(new byte[content.length]);
        } finally {
            deflater.end();
        }
    }

    @Test
    void archiveReplacesAnExistingOne() throws IOException {
        Files.writeString(archive, "old");
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        EncryptedArchive.check(archive, Sample.passwordFile(), ArchiveOptions.defaults());
        Files.writeString(out.resolve(Sample.NAME), "old");
        EncryptedArchive.open(archive, Sample.passwordFile(), out);
        assertThat(out.resolve(Sample.NAME)).hasBinaryContent(Sample.bytes());
    }

    @Test
    void fileOfAnotherPasswordFileIsRefusedAndTheOldArchiveKept() throws IOException {
        Files.writeString(archive, "old");
        Files.writeString(file, Sample.TEXT + "\n");
        assertThatIOException()
                .isThrownBy(() -> EncryptedArchive.create(file, Sample.passwordFile(), archive))
                .withMessageStartingWith(file + " was changed");
        assertThat(archive).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(Sample.NAME, Sample.ARCHIVE_NAME, "out");
    }

    @Test
    void fileThatExceedsTheUnpackingLimitsIsNotPacked() {
        ArchiveOptions options = ArchiveOptions.defaults().withMaxSize(Sample.bytes().length - 1);
        Refusal.of(Rule.ARCHIVE_TOO_LARGE, () -> EncryptedArchive.create(file, Sample.passwordFile(), archive, options))
                .contains(Sample.NAME, "179");
        assertThat(archive).doesNotExist();
    }

    @Test
    void passwordIsUsedInTheCaseOfThePasswordFile() throws IOException {
        String upper = Sample.MD5.toUpperCase(Locale.ROOT);
        PasswordFile theirs =
                PasswordFile.parse((Sample.USER_ID + "\n" + Sample.NAME + "\n" + upper + "\n").getBytes(US_ASCII));
        EncryptedArchive.create(file, theirs, archive);
        assertThat(EncryptedArchive.read(archive, theirs, ArchiveOptions.defaults()))
                .isEqualTo(Sample.bytes());
        Refusal.of(Rule.ARCHIVE_PASSWORD, () -> EncryptedArchive.open(archive, Sample.passwordFile(), out));
    }

    @Test
    void openedFileHasTheDefaultPermissions() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions here");
        EncryptedArchive.create(file, Sample.passwordFile(), archive);
        Path opened = EncryptedArchive.open(archive, Sample.passwordFile(), out);
        assertThat(Files.getPosixFilePermissions(opened)).isEqualTo(Files.getPosixFilePermissions(file));
        assertThat(Files.getPosixFilePermissions(archive)).isEqualTo(Files.getPosixFilePermissions(file));
    }

    @Test
    void missingArchiveIsAnIoException() {
        assertThatIOException().isThrownBy(() -> EncryptedArchive.open(archive, Sample.passwordFile(), out));
        assertThatIOException()
                .isThrownBy(() -> EncryptedArchive.create(folder, Sample.passwordFile(), archive))
                .withMessageContaining("is a folder");
    }

    @Test
    void argumentsMustBePresentAndWithinTheirRanges() {
        assertThatNullPointerException()
                .isThrownBy(() -> EncryptedArchive.open(archive, Sample.passwordFile(), null))
                .withMessage("folder");
        assertThatNullPointerException()
                .isThrownBy(() -> EncryptedArchive.create(file, null, archive))
                .withMessage("passwordFile");
        ArchiveOptions defaults = ArchiveOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withLevel(0))
                .withMessageStartingWith("level: ");
        assertThatIllegalArgumentException().isThrownBy(() -> defaults.withLevel(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withMaxSize(0))
                .withMessageStartingWith("maxSize: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withMaxRatio(0))
                .withMessageStartingWith("maxRatio: ");
    }

    @Test
    void archiveNeverOverwritesItsFileUnderAnyName() throws IOException {
        Path hard = Files.createLink(folder.resolve("hard.zip"), file);
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.zip"), Path.of(Sample.NAME));
        for (Path target : new Path[] {file, out.resolve("..").resolve(Sample.NAME), hard, symbolic}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EncryptedArchive.create(file, Sample.passwordFile(), target))
                    .withMessageContaining("never changed");
        }
        assertThat(file).hasBinaryContent(Sample.bytes());
    }

    @Test
    void archiveWithTheNameOfItsFileIsNotReplacedByThatFile() throws IOException {
        EncryptedArchive.create(file, Sample.passwordFile(), out.resolve(Sample.NAME));
        byte[] before = Files.readAllBytes(out.resolve(Sample.NAME));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedArchive.open(out.resolve(Sample.NAME), Sample.passwordFile(), out));
        assertThat(out.resolve(Sample.NAME)).hasBinaryContent(before);
        assertThat(out.toFile().list()).containsExactly(Sample.NAME);
    }
}
