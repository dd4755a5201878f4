package uk.smets.mam.xlsx.internal.workbook;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** The entries of a package. All are read through {@link PartStream}, within the caller's limits. */
public final class PackageEntries implements Closeable {
    /** A workbook has a few dozen parts; each needs memory as soon as the package is opened. */
    private static final int MOST_PARTS = 10_000;

    /** A document type is near the start; one after a longer comment is rejected by the parsers. */
    private static final int PROLOGUE = 8 * 1024;

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final ValidationOptions options;

    private PackageEntries(ZipFile zip, ValidationOptions options) {
        this.zip = zip;
        this.options = options;
        entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }

    /** Opens a package. Closing it leaves the channel open. */
    public static PackageEntries open(SeekableByteChannel channel, ValidationOptions options) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            // A directory with wrong numbers can also cause several unchecked exceptions.
            throw UnreadableWorkbookException.in(e, "it is truncated, or the directory of its parts is damaged");
        }
        PackageEntries parts = new PackageEntries(zip, options);
        parts.check();
        return parts;
    }

    private void check() throws UnreadableWorkbookException {
        if (entries.size() > MOST_PARTS) {
            throw new UnreadableWorkbookException("the file has " + entries.size()
                    + " parts, which no workbook of this kind needs: ask for the file again");
        }
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableWorkbookException(
                        "the file is an encrypted ZIP: unpack it with its password first, and give the workbook"
                                + " inside");
            }
        }
    }

    /** Returns the entries in file order. */
    public List<ZipArchiveEntry> inOrder() {
        return Collections.unmodifiableList(entries);
    }

    /** Returns the compressed bytes of a part. */
    InputStream compressed(ZipArchiveEntry entry) throws IOException {
        return zip.getRawInputStream(entry);
    }

    private PartStream open(ZipArchiveEntry entry) throws IOException {
        boolean deflated = entry.getMethod() == ZipEntry.DEFLATED;
        if (!deflated && entry.getMethod() != ZipEntry.STORED) {
            throw UnreadableWorkbookException.damaged(
                    "its part " + entry.getName() + " is compressed in a way that no spreadsheet program uses");
        }
        return new PartStream(entry, zip.getRawInputStream(entry), deflated, options);
    }

    /** Returns the bytes of a part. */
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        PartStream part = open(entry);
        try {
            return isMarkup(entry.getName()) ? withoutDocumentType(part, entry.getName()) : part;
        } catch (IOException e) {
            try (part) {
                throw e;
            }
        }
    }

    /**
     * Reads a part with any content to its end.
     *
     * @throws UnreadableWorkbookException if it cannot be decompressed, or its checksum differs from the one in the package
     */
    void checkContent(ZipArchiveEntry entry) throws IOException {
        try (InputStream part = open(entry).ofAnyContent()) {
            part.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static boolean isMarkup(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Rejects a document type here, because the parsers' messages are written for developers. */
    private static InputStream withoutDocumentType(PartStream part, String name) throws IOException {
        byte[] head = part.readNBytes(PROLOGUE);
        if (new String(head, StandardCharsets.ISO_8859_1).contains(DOCUMENT_TYPE)) {
            throw new UnreadableWorkbookException("its part " + name
                    + " declares a document type (DTD), which no spreadsheet program writes, but an attacker may: ask"
                    + " for the file again");
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), part);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
