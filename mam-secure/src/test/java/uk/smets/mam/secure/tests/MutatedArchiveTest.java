package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** Archives with a changed structure are opened to their exact content, or refused by a rule with no file left. */
class MutatedArchiveTest {
    private static final byte[] CONTENT = Sample.TEXT.repeat(20).getBytes(US_ASCII);
    private static final int[] NUMBERS = {0, 1, 2, 8, 9, 20, 45, 51, 99, 255, 256, 0x7FFF, 0xFFFF, 0x9901, 0x7075};

    @TempDir
    private Path temporary;

    private ArchiveFolder folder;
    private byte[] sound;

    @BeforeEach
    void createValidArchive() throws IOException {
        folder = new ArchiveFolder(temporary);
        Path file = Files.write(temporary.resolve(Sample.NAME), CONTENT);
        folder.passwordFile = PasswordFile.of(Sample.USER_ID, file);
        EncryptedArchive.create(file, folder.passwordFile, folder.archive);
        sound = Files.readAllBytes(folder.archive);
        Files.delete(file);
    }

    /** An archive with contradictory fields around data that the password opens. */
    private byte[] crafted(Random random) {
        CraftedArchive crafted = new CraftedArchive();
        crafted.content = CONTENT;
        crafted.password = folder.passwordFile.md5();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            change(crafted, random);
        }
        return crafted.bytes();
    }

    private static void change(CraftedArchive crafted, Random random) {
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        byte[] more = new byte[random.nextInt(40)];
        random.nextBytes(more);
        switch (random.nextInt(26)) {
            case 0 -> crafted.flags = 1 | number;
            case 1 -> crafted.localFlags = 1 | number;
            case 2 -> crafted.method = number;
            case 3 -> crafted.localMethod = number;
            case 4 -> crafted.insideMethod = random.nextBoolean() ? 0 : number;
            case 5 -> crafted.strength = 1 + random.nextInt(4);
            case 6 -> crafted.localStrength = random.nextInt(5);
            case 7 -> crafted.version = random.nextInt(4);
            case 8 -> crafted.vendor = number;
            case 9 -> crafted.crc = random.nextBoolean() ? CraftedArchive.crcOf(CONTENT) : number;
            case 10 -> crafted.localCrc = number;
            case 11 -> crafted.size = random.nextBoolean() ? CONTENT.length + 1 : number;
            case 12 -> crafted.localSize = number;
            case 13 -> crafted.dataSize = number;
            case 14 -> crafted.localDataSize = number;
            case 15 -> crafted.attributes = random.nextInt();
            case 16 -> crafted.offset = number;
            case 17 -> crafted.moreData = more;
            case 18 -> crafted.extra = random.nextBoolean() ? more : CraftedArchive.extra(number, more);
            case 19 -> crafted.localExtra = random.nextBoolean() ? more : CraftedArchive.extra(number, more);
            case 20 ->
                crafted.descriptor = CraftedArchive.descriptor(
                        random.nextBoolean(), random.nextBoolean(), number, 1, CONTENT.length);
            case 21 -> crafted.before = more;
            case 22 -> crafted.betweenDataAndDirectory = more;
            case 23 -> crafted.comment = more;
            case 24 -> crafted.zip64End = crafted.centralZip64 = crafted.localZip64 = random.nextBoolean();
            default -> crafted.entries = random.nextInt(3);
        }
    }

    /** A number in a record has another value, or a record is repeated, moved or missing. */
    private static byte[] withOtherRecords(byte[] archive, Random random) {
        int central = archive.length - 22 - 46 - Sample.NAME.length() - 11;
        int[] records = {0, central, archive.length - 22, archive.length};
        int which = random.nextInt(3);
        int at = records[which] + random.nextInt(Math.min(46, records[which + 1] - records[which]) - 3);
        byte[] changed = archive.clone();
        switch (random.nextInt(5)) {
            case 0 -> put(changed, at, 2, NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> put(changed, at, 4, random.nextBoolean() ? -1 : random.nextInt());
            case 2 -> put(changed, at, 1, changed[at] + (random.nextBoolean() ? 1 : -1));
            default -> {
                List<byte[]> parts = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    parts.add(Arrays.copyOfRange(archive, records[i], records[i + 1]));
                }
                if (random.nextBoolean()) {
                    parts.remove(which);
                }
                parts.add(
                        random.nextInt(parts.size() + 1),
                        Arrays.copyOfRange(archive, records[which], records[which + 1]));
                return joined(parts);
            }
        }
        return changed;
    }

    private static void put(byte[] bytes, int at, int length, int value) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = (byte) (value >> (Byte.SIZE * i));
        }
    }

    private static byte[] joined(List<byte[]> parts) {
        CraftedArchive.Bytes bytes = new CraftedArchive.Bytes();
        parts.forEach(bytes::put);
        return bytes.toByteArray();
    }

    private void mutate(Random random, Mutations.Trial trial) throws IOException {
        byte[] archive = random.nextBoolean() ? crafted(random) : withOtherRecords(sound, random);
        if (random.nextInt(4) == 0) {
            archive = TlvMutation.damaged(archive, random);
        }
        check(trial.input("archive", archive));
    }

    private void check(byte[] archive) throws IOException {
        Files.write(folder.archive, archive);
        String outcome = "opened";
        try {
            Path file = EncryptedArchive.open(folder.archive, folder.passwordFile, folder.out);
            assertThat(file).isEqualTo(folder.out.resolve(Sample.NAME)).hasBinaryContent(CONTENT);
            assertThat(folder.filesLeft()).containsExactly(Sample.NAME);
            Files.delete(file);
        } catch (SecureExchangeException e) {
            assertThat(e.rule().name()).matches("ARCHIVE_.*|HASH_MISMATCH");
            assertThat(e.getMessage()).startsWith(Sample.ARCHIVE_NAME + ": ");
            outcome = e.getMessage();
            assertThat(folder.filesLeft()).isEmpty();
        }
        assertThat(readOutcome()).isEqualTo(outcome);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactlyInAnyOrder(folder.archive, folder.out);
        }
    }

    private String readOutcome() throws IOException {
        try {
            assertThat(EncryptedArchive.read(folder.archive, folder.passwordFile, folder.options))
                    .isEqualTo(CONTENT);
            return "opened";
        } catch (SecureExchangeException e) {
            return e.getMessage();
        }
    }

    @Test
    void changedArchiveIsOpenedToItsExactContentOrRefusedByARule() throws IOException {
        assertThat(folder.opens(sound)).isEqualTo(CONTENT);
        Mutations.run("archives", 1_500, this::mutate);
    }
}
