package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * A part of a workbook that another part refers to. It may be absent, which is reported when it is needed.
 *
 * @param name its name, as written in the other part, without a leading slash
 * @param entry its entry in the package, or null if there is none
 * @param entries the entries of the package
 */
public record WorkbookPart(String name, @Nullable ZipArchiveEntry entry, PackageEntries entries) {
    /** Opens its bytes. */
    public InputStream open() throws IOException {
        return entries.getInputStream(require());
    }

    /** Returns its uncompressed size, as stated in the package. */
    public long size() throws UnreadableWorkbookException {
        return require().getSize();
    }

    /** Returns its checksum, as stated in the package; reading the part to its end verifies it. */
    public long checksum() throws UnreadableWorkbookException {
        return require().getCrc();
    }

    private ZipArchiveEntry require() throws UnreadableWorkbookException {
        if (entry == null) {
            throw UnreadableWorkbookException.damaged("it has no part " + name);
        }
        return entry;
    }
}
