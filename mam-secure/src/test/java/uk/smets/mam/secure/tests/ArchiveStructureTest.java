package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

/** Archives with invalid headers, and all valid variants of their structure. */
class ArchiveStructureTest {
    private static final long LINK = 0xA1FF_0000L;
    private static final long FOLDER = 0x41FF_0000L;
    private static final long DEVICE = 0x21B6_0000L;

    @TempDir
    private Path temporary;

    private ArchiveFolder folder;
    private final CraftedArchive crafted = new CraftedArchive();

    @BeforeEach
    void prepareFolder() {
        folder = new ArchiveFolder(temporary);
    }

    /** A variant of a valid archive. */
    record Variant(String name, Consumer<CraftedArchive> change) {
        byte[] bytes() {
            CraftedArchive crafted = new CraftedArchive();
            change.accept(crafted);
            return crafted.bytes();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Variant archive(String name, Consumer<CraftedArchive> change) {
        return new Variant(name, change);
    }

    private static int dataSize() {
        return CraftedArchive.deflate(Sample.bytes()).length + 28;
    }

    private static int size() {
        return Sample.bytes().length;
    }

    private static CraftedArchive described(CraftedArchive archive, boolean signed, boolean wide, long crc) {
        archive.flags |= 8;
        archive.localSize = 0;
        archive.localDataSize = 0;
        archive.localCrc = 0;
        archive.descriptor = CraftedArchive.descriptor(signed, wide, crc, dataSize(), size());
        return archive;
    }

    static List<Variant> validArchives() {
        return List.of(
                archive("as this library writes it", archive -> {}),
                archive("UTF-8 flag", archive -> archive.flags |= 1 << 11),
                archive("flags of the level", archive -> archive.flags |= 6),
                archive("descriptor", archive -> described(archive, true, false, 0)),
                archive("descriptor without its signature", archive -> described(archive, false, false, 0)),
                archive("descriptor in 64 bits", archive -> described(archive, true, true, 0)),
                archive("descriptor in 64 bits without its signature", archive -> described(archive, false, true, 0)),
                archive("descriptor, with sizes before the data as well", archive -> {
                    described(archive, true, false, 0);
                    archive.localSize = size();
                    archive.localDataSize = dataSize();
                }),
                archive("AE-1, with the CRC", archive -> {
                    archive.version = 1;
                    archive.crc = CraftedArchive.crcOf(Sample.bytes());
                }),
                archive("AE-1 with a descriptor, as libarchive writes it", archive -> {
                    archive.version = 1;
                    archive.crc = CraftedArchive.crcOf(Sample.bytes());
                    described(archive, true, false, archive.crc);
                    archive.localSize = size();
                }),
                archive("AE-2 with a correct CRC", archive -> archive.crc = CraftedArchive.crcOf(Sample.bytes())),
                archive("stored, as 7-Zip stores incompressible content", archive -> archive.insideMethod = 0),
                archive("ZIP64 before the data, as 7-Zip packs a pipe", archive -> archive.localZip64 = true),
                archive("ZIP64 in both headers", archive -> {
                    archive.localZip64 = true;
                    archive.centralZip64 = true;
                }),
                archive("ZIP64 at the end", archive -> archive.zip64End = true),
                archive(
                        "times of NTFS in the directory",
                        archive -> archive.extra = CraftedArchive.extra(0x0A, new byte[32])),
                archive("times of Unix in both headers", archive -> {
                    archive.extra = CraftedArchive.extra(0x5455, new byte[5]);
                    archive.localExtra = CraftedArchive.extra(0x5455, new byte[13]);
                }),
                archive("a regular Unix file", archive -> archive.attributes = 0x81A4_8020L),
                archive("a file packed by 7-Zip from a pipe", archive -> archive.attributes = 0x1180_8020L),
                archive("read-only on DOS", archive -> archive.attributes = 0x21));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("validArchives")
    void validArchiveIsOpenedInAnyStructure(Variant archive) throws IOException {
        assertThat(folder.opens(archive.bytes())).isEqualTo(Sample.bytes());
    }

    static List<Variant> corruptArchives() {
        return List.of(
                archive("local name", archive -> archive.localName = Sample.NAME.replace("CGI", "BRG")),
                archive("local name of another length", archive -> archive.localName = "a.csv"),
                archive("local size", archive -> archive.localSize = size() + 1L),
                archive("local size of zero without a descriptor", archive -> archive.localSize = 0),
                archive("local size of the data", archive -> archive.localDataSize = 1),
                archive("local method", archive -> archive.localMethod = 8),
                archive("local flags", archive -> archive.localFlags = 1 << 11 | 1),
                archive("local CRC", archive -> archive.localCrc = 1),
                archive("local key length", archive -> archive.localStrength = 1),
                archive("both sizes too small", archive -> archive.size = size() - 1L),
                archive("both sizes too large", archive -> archive.size = size() + 1L),
                archive("CRC of AE-1", archive -> archive.version = 1),
                archive("CRC of AE-2", archive -> archive.crc = 1),
                archive("descriptor's CRC", archive -> described(archive, true, false, 1)),
                archive("missing descriptor", archive -> {
                    described(archive, true, false, 0);
                    archive.descriptor = new byte[0];
                }),
                archive("descriptor with other sizes", archive -> {
                    described(archive, true, true, 0);
                    archive.descriptor[15]++;
                }),
                archive("descriptor with another signature", archive -> {
                    described(archive, true, false, 0);
                    archive.descriptor[0]++;
                }),
                archive(
                        "descriptor that was not announced",
                        archive -> archive.descriptor = CraftedArchive.descriptor(true, false, 0, dataSize(), size())),
                archive("reserved flags", archive -> archive.flags |= 1 << 15),
                archive("truncated extra field", archive -> archive.extra = new byte[] {1, 2, 9, 0}),
                archive("extra field without its length", archive -> archive.localExtra = new byte[] {1, 2, 0}),
                archive(
                        "extra field twice",
                        archive -> archive.extra = CraftedArchive.extra(
                                0x9901, (byte) 2, (byte) 0, (byte) 'A', (byte) 'E', (byte) 3, (byte) 8, (byte) 0)),
                archive("AES without its field", archive -> archive.aesField = false),
                archive("AES of another vendor", archive -> archive.vendor = 'X'),
                archive("AES of an unknown version", archive -> archive.version = 3),
                archive("AES of an unknown key length", archive -> archive.strength = 4),
                archive("bytes before the archive", archive -> archive.before = new byte[] {'#', '!', '\n'}),
                archive("bytes before the archive, counted in the directory", archive -> {
                    archive.before = new byte[] {'#', '!', '\n'};
                    archive.offset = 3;
                }),
                archive("offset of the entry", archive -> archive.offset = 1),
                archive("bytes after the data", archive -> archive.betweenDataAndDirectory = new byte[] {0}),
                archive("bytes after the archive", archive -> archive.after = new byte[] {0}),
                archive("many bytes after the archive", archive -> archive.after = new byte[70_000]),
                archive("a comment", archive -> archive.comment = "made by hand".getBytes(ISO_8859_1)),
                archive("a second archive after it", archive -> archive.after = new CraftedArchive().bytes()),
                archive("a second archive in the comment", archive -> archive.comment = new CraftedArchive().bytes()),
                archive("an archive before it", archive -> archive.before = new CraftedArchive().bytes()),
                archive("part of a set", archive -> archive.disk = 1),
                archive("counts that differ", archive -> archive.entriesOnDisk = 2),
                archive("data shorter than the encryption overhead", archive -> {
                    archive.method = 99;
                    archive.dataSize = 27;
                    archive.localDataSize = 27;
                }),
                archive("excessive sizes", archive -> {
                    archive.localZip64 = true;
                    archive.centralZip64 = true;
                    archive.dataSize = Long.MAX_VALUE;
                }),
                archive("negative sizes", archive -> {
                    archive.localZip64 = true;
                    archive.centralZip64 = true;
                    archive.size = Long.MIN_VALUE;
                    archive.localSize = Long.MIN_VALUE;
                }),
                archive("missing ZIP64 sizes", archive -> archive.size = 0xFFFF_FFFFL),
                archive("missing ZIP64 offset", archive -> archive.offset = 0xFFFF_FFFFL));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corruptArchives")
    void contradictoryArchiveIsCorrupt(Variant archive) throws IOException {
        folder.refusesLike(archive.bytes(), Rule.ARCHIVE_CORRUPT, archive.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8, 16, 20, 24, 32, 40, 48, 56, 60, 64, 72})
    void zip64RecordsThatDisagreeAreCorrupt(int at) throws IOException {
        crafted.zip64End = true;
        byte[] bytes = crafted.bytes();
        bytes[bytes.length - 22 - 76 + at] ^= 2;
        folder.refuses(bytes, Rule.ARCHIVE_CORRUPT);
    }

    /** An archive whose ZIP64 record has one entry, and whose end record has this number of entries. */
    static byte[] withEndRecordOf(int entries) {
        CraftedArchive crafted = new CraftedArchive();
        crafted.zip64End = true;
        byte[] bytes = crafted.bytes();
        bytes[bytes.length - 14] = (byte) entries;
        bytes[bytes.length - 13] = 0;
        bytes[bytes.length - 12] = (byte) entries;
        bytes[bytes.length - 11] = 0;
        return bytes;
    }

    @Test
    void zip64RecordAndEndRecordMustAgreeWhereBothHoldAValue() throws IOException {
        assertThat(folder.opens(withEndRecordOf(1))).isEqualTo(Sample.bytes());
        folder.refusesLike(withEndRecordOf(2), Rule.ARCHIVE_CORRUPT, "end records that contradict each other");
    }

    static Stream<Arguments> archivesOfOtherEntries() {
        return Stream.of(
                Arguments.of("../x", 0L, "entry with another name"),
                Arguments.of("..\\x", 0L, "entry with another name"),
                Arguments.of("/" + Sample.NAME, 0L, "entry with another name"),
                Arguments.of("C:" + Sample.NAME, 0L, "entry with another name"),
                Arguments.of("folder/" + Sample.NAME, 0L, "entry with another name"),
                Arguments.of(Sample.NAME + "/", 0L, "entry with another name"),
                Arguments.of(Sample.NAME + "\0", 0L, "entry with another name"),
                Arguments.of(Sample.NAME + ".", 0L, "entry with another name"),
                Arguments.of(Sample.NAME + " ", 0L, "entry with another name"),
                Arguments.of(Sample.NAME.toLowerCase(Locale.ROOT), 0L, "entry with another name"),
                Arguments.of("CON", 0L, "entry with another name"),
                Arguments.of("", 0L, "entry with another name"),
                Arguments.of(Sample.NAME, LINK, "entry that is a link"),
                Arguments.of(Sample.NAME, FOLDER, "entry that is a folder"),
                Arguments.of(Sample.NAME, DEVICE, "entry that is a folder"),
                Arguments.of(Sample.NAME, 0x10L, "entry that is a folder"),
                Arguments.of(Sample.NAME, 0x08L, "entry that is a folder"));
    }

    @ParameterizedTest
    @MethodSource("archivesOfOtherEntries")
    void entryThatIsNotTheFileNamedInThePasswordFileIsRefused(String name, long attributes, String sample)
            throws IOException {
        crafted.name = name;
        crafted.attributes = attributes;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_ENTRIES)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENTRIES, sample));
    }

    @Test
    void secondNameOfAnEntryIsRefused() throws IOException {
        crafted.extra = CraftedArchive.extra(0x7075, new byte[] {1, 0, 0, 0, 0, 'x'});
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_CORRUPT);
        crafted.localExtra = crafted.extra;
        folder.refusesLike(crafted.bytes(), Rule.ARCHIVE_ENTRIES, "second name of the entry");
    }

    @Test
    void archiveMustHaveExactlyOneEntry() throws IOException {
        CraftedArchive two = new CraftedArchive();
        byte[] one = two.bytes();
        two.entries = 2;
        two.centralCopy = Arrays.copyOfRange(one, one.length - 22 - 46 - Sample.NAME.length() - 11, one.length - 22);
        folder.refusesLike(two.bytes(), Rule.ARCHIVE_ENTRIES, "two entries");
        two.zip64End = true;
        folder.refusesLike(two.bytes(), Rule.ARCHIVE_ENTRIES, "two entries");
        byte[] none = new byte[22];
        System.arraycopy(one, one.length - 22, none, 0, 4);
        folder.refusesLike(none, Rule.ARCHIVE_ENTRIES, "no entry");
    }

    @Test
    void entryHiddenByTheEntryCountIsDetected() throws IOException {
        byte[] one = crafted.bytes();
        crafted.centralCopy =
                Arrays.copyOfRange(one, one.length - 22 - 46 - Sample.NAME.length() - 11, one.length - 22);
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_CORRUPT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, archive that is not encrypted, 0",
        "8, archive that is not encrypted, 0",
        "8, archive encrypted with ZipCrypto, 1",
        "8, archive with strong encryption, 65",
        "99, archive with strong encryption, 65",
        "99, archive with strong encryption, 8193"
    })
    void otherEncryptionIsReportedWithTheRemedy(int method, String sample, int flags) throws IOException {
        crafted.method = method;
        crafted.insideMethod = method == 99 ? 8 : method;
        crafted.aesField = method == 99;
        crafted.flags = flags;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_ENCRYPTION)
                .isEqualTo(MessageListing.pinned(Rule.ARCHIVE_ENCRYPTION, sample))
                .contains("-mem=AES256");
    }

    @ParameterizedTest
    @CsvSource({"1, AES-128", "2, AES-192"})
    void shorterAesKeyIsReported(int strength, String cipher) throws IOException {
        crafted.strength = strength;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_ENCRYPTION).contains(cipher, "-mem=AES256");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 14, 93, 95})
    void otherCompressionMethodIsReported(int method) throws IOException {
        crafted.insideMethod = method;
        folder.refuses(crafted.bytes(), Rule.ARCHIVE_ENTRIES).contains(" " + method + ":", "-mm=Deflate");
    }

    /** The first bytes of known formats, and of spaces. */
    static List<String> knownFormats() {
        return List.of(
                "377ABCAF271C0004", "526172211A070100", "1F8B080000000000", "D0CF11E0A1B11AE1", "2020202020202020");
    }

    @ParameterizedTest
    @MethodSource("knownFormats")
    void knownFormatOfAFileThatIsNotAZipIsReported(String start) throws IOException {
        byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(start), 1_000);
        folder.refusesLike(bytes, Rule.ARCHIVE_CORRUPT, "file that starts with " + start);
    }

    @Test
    void emptyFileAndHalfOfAZipSignatureAreCorrupt() throws IOException {
        folder.refusesLike(new byte[0], Rule.ARCHIVE_CORRUPT, "empty file");
        folder.refusesLike(new byte[] {'P', 'K'}, Rule.ARCHIVE_CORRUPT, "half of a ZIP signature");
    }

    @Test
    void archiveTruncatedAtAnyPlaceIsCorrupt() throws IOException {
        byte[] whole = crafted.bytes();
        for (int length = 0; length < whole.length; length++) {
            folder.refuses(Arrays.copyOf(whole, length), Rule.ARCHIVE_CORRUPT);
        }
    }
}
