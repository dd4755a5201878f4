package uk.smets.mam.secure;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The last records of a ZIP, which say where its directory is. They have to be the last bytes of the file: a comment behind them
 * could be anything, another archive too, and one program would see the one and another program the other.
 *
 * @param entries how many entries the directory has
 * @param directoryAt where it starts
 * @param directoryLength how many bytes it has
 */
record EndOfArchive(long entries, long directoryAt, long directoryLength) {
    /** How many bytes the last record has, without a comment. */
    static final int LENGTH = 22;

    private static final int RECORD = 0x06054B50;
    private static final int LOCATOR = 0x07064B50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int ZIP64_RECORD = 0x06064B50;
    private static final int ZIP64_LENGTH = 56;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long COUNT_ELSEWHERE = 0xFFFF;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    static EndOfArchive read(ArchiveFile file) throws IOException {
        long at = file.size() - LENGTH;
        ByteBuffer record = file.read(at, LENGTH);
        if (record.getInt(0) != RECORD || record.getShort(20) != 0) {
            throw file.corrupt(
                    isFollowedBySomething(file)
                            ? "the archive has a comment or other bytes behind its end"
                            : "the archive is cut short: it has no end");
        }
        EndOfArchive end = new EndOfArchive(count(file, record, 8, 10), number(record, 16), number(record, 12));
        requireOneDisk(file, record.getInt(4) == 0);
        long before = at - LOCATOR_LENGTH;
        if (before >= ZIP64_LENGTH && file.read(before, Integer.BYTES).getInt() == LOCATOR) {
            at = before - ZIP64_LENGTH;
            end = end.widened(file, file.read(at, ZIP64_LENGTH + LOCATOR_LENGTH), at);
        }
        if (end.directoryAt < 0 || end.directoryLength < 0 || end.directoryAt != at - end.directoryLength) {
            throw file.corrupt("the directory of the archive is not where its end says");
        }
        return end;
    }

    /** The numbers of the ZIP64 record, which have to be those of the last record where that has them too. */
    private EndOfArchive widened(ArchiveFile file, ByteBuffer wide, long at) {
        boolean sound = wide.getInt(0) == ZIP64_RECORD
                && wide.getLong(4) == ZIP64_LENGTH - 12
                && wide.getLong(ZIP64_LENGTH + 8) == at
                && wide.getLong(24) == wide.getLong(32)
                && isSame(entries, COUNT_ELSEWHERE, wide.getLong(32))
                && isSame(directoryLength, ELSEWHERE, wide.getLong(40))
                && isSame(directoryAt, ELSEWHERE, wide.getLong(48));
        if (!sound) {
            throw file.corrupt("the records at the end of the archive disagree");
        }
        requireOneDisk(
                file,
                wide.getLong(16) == 0 && wide.getInt(ZIP64_LENGTH + 4) == 0 && wide.getInt(ZIP64_LENGTH + 16) <= 1);
        return new EndOfArchive(wide.getLong(32), wide.getLong(48), wide.getLong(40));
    }

    private static boolean isSame(long narrow, long elsewhere, long wide) {
        return narrow == elsewhere || narrow == wide;
    }

    private static void requireOneDisk(ArchiveFile file, boolean oneDisk) {
        if (!oneDisk) {
            throw file.corrupt("the archive is one part of several");
        }
    }

    private static long count(ArchiveFile file, ByteBuffer record, int onDiskAt, int at) {
        if (record.getShort(onDiskAt) != record.getShort(at)) {
            throw file.corrupt("the end of the archive contradicts itself");
        }
        return Short.toUnsignedLong(record.getShort(at));
    }

    private static long number(ByteBuffer record, int at) {
        return Integer.toUnsignedLong(record.getInt(at));
    }

    /** Only for the words: whether an end stands where it would if something followed it. */
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
