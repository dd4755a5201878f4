package uk.smets.mam.secure.internal.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.secure.internal.zip.EntryHeader.AesField;
import uk.smets.mam.secure.internal.zip.EntryHeader.ExtraFields;

/**
 * The only entry of an archive: its headers, which agree, and the place of its data. Every byte of the archive is accounted for: the
 * local header, the data, a data descriptor, the directory with one header, the end records.
 *
 * <p>The structure is read here and not by zip4j, which accepts contradictory headers and stray bytes, allocates any size that a header
 * states, and prints stack traces.
 *
 * @param header the header in the directory
 * @param dataAt the offset of the data, which has {@link EntryHeader#dataSize()} bytes
 */
public record ArchiveEntry(EntryHeader header, long dataAt) {
    private static final int LONGEST_DIRECTORY = EntryHeader.CENTRAL_LENGTH + 3 * 0xFFFF;

    /** The known flags; 1 and 2 give the compression level, 11 indicates that the name is UTF-8. */
    private static final int KNOWN_FLAGS = EntryHeader.ENCRYPTED
            | 1 << 1
            | 1 << 2
            | EntryHeader.DESCRIPTOR_FOLLOWS
            | EntryHeader.STRONG_ENCRYPTION
            | 1 << 11;

    private static final int DESCRIPTOR = 0x08074B50;

    private static final int FOLDER_OR_VOLUME = 0x10 | 0x08;
    private static final int UNIX_TYPE = 0xF000;

    /** A regular file on Unix. */
    private static final int UNIX_FILE = 0x8000;

    private static final int UNIX_LINK = 0xA000;

    /** A pipe, as 7-Zip records a file that it packs from a pipe. */
    private static final int UNIX_PIPE = 0x1000;

    private static final String REMEDY =
            ": encrypt it with AES-256; in 7-Zip choose the archive format zip and the encryption method AES-256, or write"
                    + " -tzip -mem=AES256";

    /** Reads the structure of an archive. */
    static ArchiveEntry read(ArchiveFile file) throws IOException {
        if (file.size() < EndOfArchive.LENGTH) {
            throw file.corrupt(
                    file.size() == 0 ? "the archive is empty" : "this is not a ZIP file, or it is truncated");
        }
        ByteBuffer start = file.read(0, (int) Math.min(file.size(), EntryHeader.LOCAL_LENGTH));
        Optional<String> other = OtherFormat.of(start);
        if (other.isPresent()) {
            throw file.corrupt(
                    "this is " + other.get() + " and not a ZIP file: in 7-Zip choose the archive format zip");
        }
        EndOfArchive end = EndOfArchive.read(file);
        if (end.entries() != 1) {
            throw file.refusal(
                    Rule.ARCHIVE_ENTRIES,
                    "the archive has "
                            + (end.entries() == 0 ? "no entry" : Long.toUnsignedString(end.entries()) + " entries")
                            + ": pack exactly one file");
        }
        return read(file, start, end);
    }

    private static ArchiveEntry read(ArchiveFile file, ByteBuffer start, EndOfArchive end) throws IOException {
        if (end.directoryLength() < EntryHeader.CENTRAL_LENGTH || end.directoryLength() > LONGEST_DIRECTORY) {
            throw file.corrupt("the directory of the archive is too small or too large for one entry");
        }
        EntryHeader central = EntryHeader.central(file.read(end.directoryAt(), (int) end.directoryLength()))
                .orElseThrow(() -> file.corrupt("the directory of the archive is not valid"));
        int length = EntryHeader.localLength(start)
                .orElseThrow(() -> file.corrupt("unexpected data before the first entry"));
        if (central.offset() != 0) {
            throw file.corrupt("unexpected data before the first entry");
        }
        if (length > end.directoryAt()) {
            throw file.corrupt("the header of the entry overlaps the directory");
        }
        EntryHeader local = EntryHeader.local(file.read(0, length))
                .orElseThrow(() -> file.corrupt("the header of the entry is not valid"));
        requireAgreement(file, local, central);
        long behind = end.directoryAt() - length - central.dataSize();
        boolean sound = central.has(EntryHeader.DESCRIPTOR_FOLLOWS)
                ? describes(file, end.directoryAt(), behind, central)
                : behind == 0;
        if (!sound) {
            throw file.corrupt("the data of the entry does not end where the directory begins");
        }
        return new ArchiveEntry(central, length);
    }

    /** Checks that the two headers of an entry agree; a local header that is followed by a data descriptor may omit values. */
    private static void requireAgreement(ArchiveFile file, EntryHeader local, EntryHeader central) {
        boolean later = local.has(EntryHeader.DESCRIPTOR_FOLLOWS);
        boolean agreed = local.version() == central.version()
                && local.flags() == central.flags()
                && local.method() == central.method()
                && local.time() == central.time()
                && local.name().equals(central.name())
                && hasSame(ExtraFields.AES, local, central)
                && hasSame(ExtraFields.UNICODE_PATH, local, central)
                && isSame(local.crc(), central.crc(), later)
                && isSame(local.dataSize(), central.dataSize(), later)
                && isSame(local.size(), central.size(), later);
        if (!agreed) {
            throw file.corrupt("the two headers of the entry contradict each other");
        }
        if ((central.flags() & ~KNOWN_FLAGS) != 0) {
            throw file.corrupt("the entry has unknown flags");
        }
    }

    private static boolean hasSame(int field, EntryHeader local, EntryHeader central) {
        return local.extras().get(field).equals(central.extras().get(field));
    }

    private static boolean isSame(long local, long central, boolean later) {
        return local == central || later && local == 0;
    }

    /** Returns whether the bytes between data and directory are the data descriptor: with or without a signature, in 32 or 64 bits. */
    private static boolean describes(ArchiveFile file, long end, long length, EntryHeader header) throws IOException {
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            return false;
        }
        ByteBuffer bytes = file.read(end - length, (int) length);
        boolean signed = length % 8 == 0;
        if (signed && bytes.getInt() != DESCRIPTOR) {
            return false;
        }
        boolean wide = length >= 20;
        return Integer.toUnsignedLong(bytes.getInt()) == header.crc()
                && next(bytes, wide) == header.dataSize()
                && next(bytes, wide) == header.size();
    }

    private static long next(ByteBuffer bytes, boolean wide) {
        return wide ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
    }

    /** Checks that the entry is a file with the given name. */
    void requireFile(ArchiveFile file, String name) {
        String defect = null;
        int type = header.attributes() >>> Short.SIZE & UNIX_TYPE;
        if (!header.name().equals(name)) {
            defect =
                    "the name of the entry is not the one in the password file: do not rename the file after sealing, and pack it"
                            + " without folders";
        } else if (header.extras().has(ExtraFields.UNICODE_PATH)) {
            defect = "the entry has a second name: pack the file under one name";
        } else if (type == UNIX_LINK) {
            defect = "the entry is a link, not a file: pack the file itself";
        } else if ((header.attributes() & FOLDER_OR_VOLUME) != 0
                || type != 0 && type != UNIX_FILE && type != UNIX_PIPE) {
            defect = "the entry is a folder or a device, not a file: pack the file itself";
        }
        if (defect != null) {
            throw file.refusal(Rule.ARCHIVE_ENTRIES, defect);
        }
    }

    /** Returns how the entry is encrypted, after checking that it is AES-256. */
    AesField requireAes256(ArchiveFile file) {
        if (!header.has(EntryHeader.ENCRYPTED)) {
            throw encryption(file, "the entry is not encrypted" + REMEDY);
        }
        if (header.has(EntryHeader.STRONG_ENCRYPTION)) {
            throw encryption(file, "the entry is encrypted with PKWARE's strong encryption" + REMEDY);
        }
        if (header.method() != EntryHeader.AES) {
            throw encryption(
                    file, "the entry is encrypted with ZipCrypto, the default of 7-Zip, which is broken" + REMEDY);
        }
        AesField aes = header.aes().orElseThrow(() -> file.corrupt("the entry lacks its encryption method"));
        if (aes.strength() != AesField.AES_256) {
            throw encryption(file, "the entry is encrypted with AES-" + aes.bits() + REMEDY);
        }
        if (aes.method() != EntryHeader.DEFLATED && aes.method() != EntryHeader.STORED) {
            throw file.refusal(
                    Rule.ARCHIVE_ENTRIES,
                    String.format(
                            Locale.ROOT,
                            "the entry is compressed by method %d: choose Deflate, as in 7-Zip -mm=Deflate",
                            aes.method()));
        }
        return aes;
    }

    private static SecureExchangeException encryption(ArchiveFile file, String defect) {
        return file.refusal(Rule.ARCHIVE_ENCRYPTION, defect);
    }

    /** Formats that are mistaken for ZIP, recognised by their first bytes, for the message. */
    enum OtherFormat {
        SEVEN_ZIP("a 7z archive", 0x377ABCAF),
        RAR("a RAR archive", 0x52617221),
        GZIP("a gzip file", 0x1F8B0800),
        CFB("an old Office document, or one that is encrypted by itself,", 0xD0CF11E0);

        private final String words;
        private final int start;

        OtherFormat(String words, int start) {
            this.words = words;
            this.start = start;
        }

        static Optional<String> of(ByteBuffer bytes) {
            int start = Integer.reverseBytes(bytes.getInt(0));
            for (OtherFormat format : values()) {
                if (format.start == start) {
                    return Optional.of(format.words);
                }
            }
            return Optional.empty();
        }
    }
}
