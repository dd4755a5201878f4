package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** Tampered and malicious archives. */
class TamperedArchiveTest {
    private static final byte[] TINY = "tiny".getBytes(US_ASCII);

    @TempDir
    private Path temporary;

    private ArchiveFolder folder;
    private final CraftedArchive crafted = new CraftedArchive();

    @BeforeEach
    void prepareFolder() {
        folder = new ArchiveFolder(temporary);
    }

    private byte[] archiveOf(byte[] content) throws IOException {
        Path file = temporary.resolve(Sample.NAME);
        Files.write(file, content);
        folder.passwordFile = PasswordFile.of(Sample.USER_ID, file);
        EncryptedArchive.create(file, folder.passwordFile, folder.archive);
        return Files.readAllBytes(folder.archive);
    }

    /** Whether a bit, counted from the end of the archive, is ignored on opening: the packer's version and system, and attributes. */
    private static boolean isIgnored(int fromEnd, int bit) {
        int central = 22 + 46 + Sample.NAME.length() + 11;
        int at = central - fromEnd;
        boolean maker = at == 4 || at == 5;
        boolean internal = at == 36 || at == 37;
        boolean external =
                at >= 38 && at <= 41 && !(at == 38 && (bit == 3 || bit == 4)) && !(at == 41 && (bit == 5 || bit == 6));
        return maker || internal || external;
    }

    @Test
    void changedBitOfASmallArchiveIsRefusedUnlessIgnored() throws IOException {
        byte[] sound = archiveOf(TINY);
        List<Integer> opened = new ArrayList<>();
        for (int at = 0; at < sound.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = sound.clone();
                changed[at] = (byte) (changed[at] ^ 1 << bit);
                if (isOpened(changed, TINY)) {
                    assertThat(isIgnored(sound.length - at, bit))
                            .as("bit %d of byte %d", bit, at)
                            .isTrue();
                    opened.add(at);
                }
            }
        }
        assertThat(opened).hasSizeLessThan(8 * Byte.SIZE);
        assertThat(isOpened(sound, TINY)).isTrue();
    }

    /** Whether an archive is opened to its exact content; otherwise it must be refused by a rule with no file left. */
    private boolean isOpened(byte[] archive, byte[] content) throws IOException {
        Files.write(folder.archive, archive);
        try {
            Path file = EncryptedArchive.open(folder.archive, folder.passwordFile, folder.out);
            assertThat(file).hasBinaryContent(content);
            Files.delete(file);
            return true;
        } catch (SecureExchangeException e) {
            assertThat(e.rule().name()).startsWith("ARCHIVE_");
            assertThat(folder.filesLeft()).isEmpty();
            return false;
        }
    }

    @Test
    void changedBitInEveryByteOfALargerArchiveIsRefusedUnlessIgnored() throws IOException {
        byte[] content = Sample.TEXT.repeat(50).getBytes(US_ASCII);
        byte[] sound = archiveOf(content);
        for (int at = 0; at < sound.length; at++) {
            byte[] changed = sound.clone();
            changed[at] = (byte) (changed[at] ^ 1 << at % Byte.SIZE);
            if (isOpened(changed, content)) {
                assertThat(isIgnored(sound.length - at, at % Byte.SIZE))
                        .as("byte %d", at)
                        .isTrue();
            }
        }
    }

    @Test
    void changedByteOfTheAuthenticationCodeIsRefused() throws IOException {
        byte[] sound = archiveOf(Sample.bytes());
        int directory = sound.length - 22 - 46 - Sample.NAME.length() - 11;
        for (int at = directory - 10; at < directory; at++) {
            byte[] changed = sound.clone();
            changed[at] ^= 0x40;
            folder.refusesLike(changed, Rule.ARCHIVE_PASSWORD, "password of another file");
        }
    }

    @Test
    void changedCiphertextIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] sound = archiveOf(Sample.bytes());
        int data = 30 + Sample.NAME.length() + 11 + 18;
        for (int at = data; at < data + 20; at++) {
            byte[] changed = sound.clone();
            changed[at] ^= 1;
            folder.refuses(changed, Rule.ARCHIVE_PASSWORD);
        }
    }

    @Test
    void wrongPasswordIsReportedLikeDamage() throws IOException {
        byte[] sound = archiveOf(Sample.bytes());
        folder.passwordFile = PasswordFile.of(Sample.USER_ID, Sample.NAME, "0".repeat(32));
        folder.refusesLike(sound, Rule.ARCHIVE_PASSWORD, "password of another file");
    }

    @Test
    void wrongPasswordThatPassesTheTwoByteCheckIsRefused() throws IOException {
        assertThat(verification(CraftedArchive.COLLIDING_PASSWORD)).isEqualTo(verification(Sample.MD5));
        folder.passwordFile = PasswordFile.of(Sample.USER_ID, Sample.NAME, CraftedArchive.COLLIDING_PASSWORD);
        folder.refusesLike(crafted.bytes(), Rule.ARCHIVE_PASSWORD, "password of another file");
    }

    private static byte[] verification(String password) {
        return Arrays.copyOfRange(CraftedArchive.derive(password, CraftedArchive.SALT, 66), 64, 66);
    }

    @Test
    void contentWithAnotherMd5DoesNotBelongToThePasswordFile() throws IOException {
        crafted.content = Sample.TEXT.replace("20190805", "20190812").getBytes(US_ASCII);
        folder.refusesLike(crafted.bytes(), Rule.HASH_MISMATCH, "content with another MD5");
    }

    @Test
    void bombIsRefusedByTheSizeInItsHeader() throws IOException {
        crafted.content = new byte[3 << 20];
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("200");
        folder.options = ArchiveOptions.defaults().withMaxRatio(2_000).withMaxSize((3 << 20) - 1);
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("3145727");
        folder.options = ArchiveOptions.defaults().withMaxRatio(2_000);
        folder.refuses(crafted.bytes(), Rule.HASH_MISMATCH);
    }

    @Test
    void bombWithAFalseHeaderIsRefusedWhileUnpacking() throws IOException {
        crafted.content = new byte[64 << 20];
        crafted.size = 1 << 20;
        folder.refusesLike(crafted.bytes(), Rule.ARCHIVE_CORRUPT, "both sizes too small");
        crafted.size = 2 << 20;
        crafted.moreData = new byte[0];
        folder.options = ArchiveOptions.defaults().withMaxRatio(10_000).withMaxSize(2 << 20);
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("2097152");
    }

    @Test
    void twoGibibytesOfZerosAreRefusedEarly() throws IOException {
        crafted.packed = zeros(32, 64 << 20);
        assertThat(crafted.packed.length).isBetween(1_500_000, 3_000_000);
        crafted.size = 1L << 31;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("200");
        // The same with a header that gives a smaller size.
        crafted.size = 100 << 20;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("200");
    }

    /** A deflated stream of zeros: one part, repeated. */
    private static byte[] zeros(int times, int part) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[part]);
        byte[] packed = new byte[part / 500];
        int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            stream.write(packed, 0, length);
        }
        stream.writeBytes(new byte[] {3, 0});
        return stream.toByteArray();
    }

    @Test
    void compressionRatioIsCheckedFromTheFirstBlock() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        byte[] content = Arrays.copyOf(new byte[16 << 20], 17 << 20);
        System.arraycopy(noise, 0, content, 16 << 20, 1 << 20);
        crafted.content = content;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_TOO_LARGE).contains("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "with a trailing byte", "not deflated", "with a dictionary", "empty"})
    void authenticContentThatCannotBeUnpackedIsCorrupt(String how) throws IOException {
        byte[] packed = CraftedArchive.deflate(Sample.bytes());
        crafted.packed = switch (how) {
            case "truncated" -> Arrays.copyOf(packed, packed.length - 3);
            case "with a trailing byte" -> Arrays.copyOf(packed, packed.length + 1);
            case "not deflated" -> Sample.bytes();
            case "with a dictionary" -> new byte[] {0x78, (byte) 0xBB, 1, 2, 3, 4};
            default -> new byte[0];
        };
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_CORRUPT);
    }

    @Test
    void dataAfterTheCompressedContentIsCorrupt() throws IOException {
        byte[] packed = CraftedArchive.deflate(Sample.bytes());
        crafted.packed = Arrays.copyOf(packed, packed.length + 200_000);
        folder.refusesLike(crafted.bytes(), Rule.ARCHIVE_CORRUPT, "data after the compressed data");
    }
}
