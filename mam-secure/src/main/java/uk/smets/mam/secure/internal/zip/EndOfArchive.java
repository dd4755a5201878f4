package uk.smets.mam.secure.internal.zip;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The end records of a ZIP, which give the place of its directory. They have to be the last bytes of the file: a comment after them
 * could be anything, even another archive, and different programs would see different archives.
 *
 * @param entries the number of entries in the directory
 * @param directoryAt the offset of the directory
 * @param directoryLength the length of the directory in bytes
 */
public record EndOfArchive(long entries, long directoryAt, long directoryLength) {
    /** The length of the end record without a comment, in bytes. */
    static final int LENGTH = 22;

    private static final int LONGEST_COMMENT = 0xFFFF;

    /** The end record: signature, two disk numbers, two numbers of entries, length and offset of the directory, length of the comment. */
    private static final int RECORD = 0x06054B50;

    private static final int DISKS = 4;
    private static final int ENTRIES_HERE = 8;
    private static final int ENTRIES = 10;
    private static final int DIRECTORY_LENGTH = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int COMMENT_LENGTH = 20;

    /** The placeholder for numbers that do not fit. */
    private static final long COUNT_ELSEWHERE = 0xFFFF;

    private static final long ELSEWHERE = 0xFFFFFFFFL;

    /** The ZIP64 end record: signature, length of the rest, two versions, and the same numbers in more bits. */
    private static final int ZIP64_RECORD = 0x06064B50;

    private static final int ZIP64_LENGTH = 56;
    private static final int ZIP64_REST_LENGTH = 4;
    private static final int ZIP64_VERSIONS = 12;
    private static final int ZIP64_DISKS = 16;
    private static final int ZIP64_ENTRIES_HERE = 24;
    private static final int ZIP64_ENTRIES = 32;
    private static final int ZIP64_DIRECTORY_LENGTH = 40;
    private static final int ZIP64_DIRECTORY_AT = 48;

    /** The ZIP64 locator after it: signature, disk, offset, number of disks. */
    private static final int LOCATOR = 0x07064B50;

    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATOR_DISK = 4;
    private static final int LOCATOR_RECORD_AT = 8;
    private static final int LOCATOR_DISKS = 16;

    static EndOfArchive read(ArchiveFile file) throws IOException {
        long at = file.size() - LENGTH;
        ByteBuffer record = file.read(at, LENGTH);
        if (record.getInt(0) != RECORD || record.getShort(COMMENT_LENGTH) != 0) {
            throw file.corrupt(
                    isFollowedBySomething(file)
                            ? "the archive has a comment or other bytes after its end"
                            : "the archive is truncated: it has no end record");
        }
        if (record.getShort(ENTRIES_HERE) != record.getShort(ENTRIES)) {
            throw file.corrupt("the end record of the archive is not valid");
        }
        requireOneDisk(file, record.getInt(DISKS) == 0);
        EndOfArchive end = new EndOfArchive(
                Short.toUnsignedLong(record.getShort(ENTRIES)),
                Integer.toUnsignedLong(record.getInt(DIRECTORY_AT)),
                Integer.toUnsignedLong(record.getInt(DIRECTORY_LENGTH)));
        long locatorAt = at - LOCATOR_LENGTH;
        if (locatorAt >= ZIP64_LENGTH && file.read(locatorAt, Integer.BYTES).getInt() == LOCATOR) {
            at = locatorAt - ZIP64_LENGTH;
            end = end.widened(file, at);
        }
        if (end.directoryAt < 0 || end.directoryLength < 0 || end.directoryAt != at - end.directoryLength) {
            throw file.corrupt("the directory of the archive is not where the end record says");
        }
        return end;
    }

    /** Returns the numbers of the ZIP64 end record, which have to equal those of the end record if that has them too. */
    private EndOfArchive widened(ArchiveFile file, long at) throws IOException {
        ByteBuffer record = file.read(at, ZIP64_LENGTH);
        ByteBuffer locator = file.read(at + ZIP64_LENGTH, LOCATOR_LENGTH);
        EndOfArchive wide = new EndOfArchive(
                record.getLong(ZIP64_ENTRIES),
                record.getLong(ZIP64_DIRECTORY_AT),
                record.getLong(ZIP64_DIRECTORY_LENGTH));
        boolean sound = record.getInt(0) == ZIP64_RECORD
                && record.getLong(ZIP64_REST_LENGTH) == ZIP64_LENGTH - ZIP64_VERSIONS
                && record.getLong(ZIP64_ENTRIES_HERE) == wide.entries
                && locator.getLong(LOCATOR_RECORD_AT) == at
                && isSame(entries, COUNT_ELSEWHERE, wide.entries)
                && isSame(directoryAt, ELSEWHERE, wide.directoryAt)
                && isSame(directoryLength, ELSEWHERE, wide.directoryLength);
        if (!sound) {
            throw file.corrupt("the end records of the archive contradict each other");
        }
        requireOneDisk(
                file,
                record.getLong(ZIP64_DISKS) == 0
                        && locator.getInt(LOCATOR_DISK) == 0
                        && Integer.compareUnsigned(locator.getInt(LOCATOR_DISKS), 1) <= 0);
        return wide;
    }

    private static boolean isSame(long narrow, long elsewhere, long wide) {
        return narrow == elsewhere || narrow == wide;
    }

    private static void requireOneDisk(ArchiveFile file, boolean oneDisk) {
        if (!oneDisk) {
            throw file.corrupt("the archive is one part of several");
        }
    }

    /** Returns whether there is an end record that is followed by other bytes; used only for the message. */
    private static boolean isFollowedBySomething(ArchiveFile file) throws IOException {
        int length = (int) Math.min(file.size(), LENGTH + LONGEST_COMMENT);
        ByteBuffer tail = file.read(file.size() - length, length);
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == RECORD) {
                return true;
            }
        }
        return false;
    }
}
