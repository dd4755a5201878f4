package uk.smets.mam.xlsx.internal.workbook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes the package of a workbook: parts are copied in compressed form, or replaced under the same name. */
public final class PackageOutput {
    /**
     * Compressing is the longest part of writing a response. On a filled sheet of 300 MB, level 2 takes half the time of level 3 for a file
     * that is a tenth larger, and level 1 is hardly faster.
     */
    private static final int LEVEL = 2;

    private final ZipArchiveOutputStream zip;

    /**
     * Starts a package.
     *
     * @param out receives the package; stays open
     */
    public PackageOutput(OutputStream out) {
        zip = new ZipArchiveOutputStream(out);
        zip.setLevel(LEVEL);
        zip.setUseZip64(Zip64Mode.AsNeeded);
    }

    /** Copies a part unchanged. */
    public void copy(PackageEntries parts, ZipArchiveEntry part) throws IOException {
        try (InputStream compressed = parts.compressed(part)) {
            zip.addRawArchiveEntry(part, compressed);
        }
    }

    /**
     * Starts the replacement of a part.
     *
     * @param old the part whose name and time are kept
     * @return receives the content; closing it ends the part
     */
    public OutputStream replace(ZipArchiveEntry old) throws IOException {
        ZipArchiveEntry part = new ZipArchiveEntry(old.getName());
        part.setTime(old.getTime());
        part.setMethod(ZipEntry.DEFLATED);
        zip.putArchiveEntry(part);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeArchiveEntry();
            }
        };
    }

    /** Ends the package. */
    public void finish() throws IOException {
        zip.finish();
    }
}
