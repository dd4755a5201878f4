package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * A part of a workbook that another part names. It may be absent, which is reported once somebody needs it.
 *
 * @param name its name, as the other part spells it, without a slash at its start
 * @param entry its entry in the package, or null if there is none
 * @param entries the entries of the package
 */
public record WorkbookPart(String name, @Nullable ZipArchiveEntry entry, PackageEntries entries) {
    /** Starts to read its bytes. */
    public InputStream open() throws IOException {
        return entries.getInputStream(require());
    }

    /** Returns the size of its bytes, as the package states it. */
    public long size() throws UnreadableWorkbookException {
        return require().getSize();
    }

    /** Returns the checksum of its bytes, as the package states it; reading them to their end compares it with theirs. */
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
