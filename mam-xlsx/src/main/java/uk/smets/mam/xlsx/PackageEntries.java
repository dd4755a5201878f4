package uk.smets.mam.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.ValidationOptions;

/**
 * The parts of a package, for POI and for us. All of them are read through {@link PartStream}, whose limits are the caller's and
 * not those that POI has for a whole virtual machine.
 */
final class PackageEntries implements ZipEntrySource {
    /** A workbook has a few dozen parts; each costs memory as soon as the package is opened. */
    private static final int MOST_PARTS = 10_000;

    /** A document type must stand near the start; one behind a longer comment is refused by the parsers. */
    private static final int PROLOGUE = 8 * 1024;

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final ValidationOptions options;
    private @Nullable UnreadableWorkbookException refusal;
    private boolean closed;

    private PackageEntries(ZipFile zip, ValidationOptions options) {
        this.zip = zip;
        this.options = options;
        entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }

    /** Opens a package, and leaves the channel open when it is closed. */
    static PackageEntries open(SeekableByteChannel channel, ValidationOptions options) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            // Also unchecked ones: a directory that lies about its numbers ends in one of several.
            throw UnreadableWorkbookException.in(e, "it is cut short, or the directory of its parts is broken");
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
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                throw UnreadableWorkbookException.damaged("it holds two parts of the name " + entry.getName()
                        + ", and which of them counts can't be told");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableWorkbookException(
                        "the file is an encrypted ZIP: unpack it with its password first, and give the workbook that comes out");
            }
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return Collections.enumeration(entries);
    }

    @Override
    public @Nullable ZipArchiveEntry getEntry(String path) {
        return entries.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(path))
                .findFirst()
                .orElse(null);
    }

    /** The entries as they lie in the file. */
    List<ZipArchiveEntry> inOrder() {
        return Collections.unmodifiableList(entries);
    }

    /** The bytes of a part as they are compressed. */
    InputStream compressed(ZipArchiveEntry entry) throws IOException {
        return zip.getRawInputStream(entry);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        boolean deflated = entry.getMethod() == ZipEntry.DEFLATED;
        if (!deflated && entry.getMethod() != ZipEntry.STORED) {
            throw UnreadableWorkbookException.damaged(
                    "its part " + entry.getName() + " is compressed in a way that no spreadsheet program uses");
        }
        PartStream part = new PartStream(entry, zip.getRawInputStream(entry), deflated, options, this::refuse);
        try {
            return isMarkup(entry.getName()) ? withoutDocumentType(part, entry.getName()) : part;
        } catch (UnreadableWorkbookException e) {
            refuse(e);
            part.close();
            throw e;
        }
    }

    private void refuse(UnreadableWorkbookException reason) {
        refusal = reason;
    }

    /**
     * Makes sure that every part that was asked for could be had: POI does without some parts, and says nothing.
     *
     * @throws UnreadableWorkbookException where one could not
     */
    void checkRefusals() throws UnreadableWorkbookException {
        if (refusal != null) {
            throw refusal;
        }
    }

    private static boolean isMarkup(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels");
    }

    /** Says plainly what the parsers would refuse in words for developers. */
    private static InputStream withoutDocumentType(PartStream part, String name) throws IOException {
        byte[] head = part.readNBytes(PROLOGUE);
        if (new String(head, StandardCharsets.ISO_8859_1).contains(DOCUMENT_TYPE)) {
            throw new UnreadableWorkbookException("its part " + name
                    + " declares a document type (DTD), which no spreadsheet program writes and an attacker may: ask for"
                    + " the file again");
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), part);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
