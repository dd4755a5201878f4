package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * The bytes of a part of a workbook, decompressed while they are read. The options limit the number of bytes and their ratio to the
 * compressed size. The number of bytes without markup is limited too, because an XML parser holds them in memory at once. At the end, the
 * bytes are compared with the checksum in the package's directory.
 */
public final class PartStream extends InputStream {
    private static final int BUFFER = 64 * 1024;

    /** The ratio is not checked for parts of up to 1 MiB. */
    private static final long UNSUSPICIOUS = 1 << 20;

    /** About five times the longest text of a cell with every character written as an entity. */
    private static final long LONGEST_STRETCH = 1 << 20;

    private final String name;
    private final InputStream compressed;
    private final @Nullable Inflater inflater;
    private final long limit;
    private final long ratio;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private long compressedSize;
    private long size;
    private long stretch;
    private boolean atEnd;
    private boolean markup = true;

    PartStream(ZipArchiveEntry entry, InputStream compressed, boolean deflated, ValidationOptions options) {
        name = entry.getName();
        checksum = entry.getCrc();
        this.compressed = compressed;
        inflater = deflated ? new Inflater(true) : null;
        limit = options.workbookPartLimit();
        ratio = options.workbookPartRatio();
    }

    /** Turns off the checks of markup and ratio, for parts that may be pictures, and returns this stream. */
    PartStream ofAnyContent() {
        markup = false;
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (atEnd) {
            return -1;
        }
        int count =
                inflater == null ? compressed.read(target, offset, length) : inflate(inflater, target, offset, length);
        if (count < 0) {
            atEnd = true;
            if (crc.getValue() != checksum) {
                throw UnreadableWorkbookException.damaged("the checksum of its part " + name + " is wrong");
            }
            return -1;
        }
        crc.update(target, offset, count);
        checkLimits(target, offset, count);
        return count;
    }

    private int inflate(Inflater stream, byte[] target, int offset, int length) throws IOException {
        try {
            int count = stream.inflate(target, offset, length);
            while (count == 0) {
                if (stream.finished() || stream.needsDictionary()) {
                    return -1;
                }
                int more = compressed.read(buffer, 0, buffer.length);
                if (more < 0) {
                    throw UnreadableWorkbookException.damaged("its part " + name + " is truncated");
                }
                compressedSize += more;
                stream.setInput(buffer, 0, more);
                count = stream.inflate(target, offset, length);
            }
            return count;
        } catch (DataFormatException e) {
            throw UnreadableWorkbookException.damaged("its part " + name + " can't be unpacked", e);
        }
    }

    private void checkLimits(byte[] bytes, int offset, int count) throws UnreadableWorkbookException {
        size += count;
        if (size > limit) {
            throw new UnreadableWorkbookException("its part " + name + " unpacks to more than " + limit
                    + " bytes, which no workbook of this kind needs: ask for the file again, or raise the limit");
        }
        if (!markup) {
            return;
        }
        if (inflater != null && size > UNSUSPICIOUS && size / ratio > compressedSize) {
            throw new UnreadableWorkbookException("its part " + name + " unpacks to more than " + ratio
                    + " times its size, as in files that are made to overload their readers: ask for the file again, or"
                    + " raise the limit");
        }
        int behindMarkup = 0;
        while (behindMarkup < count && bytes[offset + count - 1 - behindMarkup] != '<') {
            behindMarkup++;
        }
        stretch = behindMarkup < count ? behindMarkup : stretch + count;
        if (stretch > LONGEST_STRETCH) {
            throw new UnreadableWorkbookException("its part " + name
                    + " contains a text of more than a million characters, and a cell holds at most 32,767: ask"
                    + " for the file again");
        }
    }

    @Override
    public void close() throws IOException {
        if (inflater != null) {
            inflater.end();
        }
        compressed.close();
    }
}
