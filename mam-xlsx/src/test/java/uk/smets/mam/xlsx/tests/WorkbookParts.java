package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a workbook by name, in the order of the file: unpacked, changed and packed again. */
final class WorkbookParts {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String SHARED_STRINGS = "xl/sharedStrings.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private int level = Deflater.DEFAULT_COMPRESSION;

    static WorkbookParts of(byte[] workbook) {
        WorkbookParts parts = new WorkbookParts();
        // Not with ZipInputStream, which cannot read the streamed workbooks of SXSSF and fastexcel.
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                parts.parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    Map<String, byte[]> all() {
        return parts;
    }

    String text(String name) {
        return new String(parts.get(name), UTF_8);
    }

    String sheet() {
        return text(SHEET);
    }

    WorkbookParts put(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    WorkbookParts put(String name, String content) {
        return put(name, content.getBytes(UTF_8));
    }

    /** Replaces a text, which must be present. */
    WorkbookParts replace(String name, String from, String to) {
        String text = text(name);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " does not hold " + from);
        }
        return put(name, text.replace(from, to));
    }

    /** Renames the parts without changing their content. */
    WorkbookParts rename(UnaryOperator<String> name) {
        Map<String, byte[]> old = new LinkedHashMap<>(parts);
        parts.clear();
        old.forEach((key, content) -> parts.put(name.apply(key), content));
        return this;
    }

    WorkbookParts inSheet(String from, String to) {
        return replace(SHEET, from, to);
    }

    /** Stores the parts uncompressed, so that their bytes appear in the file. */
    WorkbookParts stored() {
        level = Deflater.NO_COMPRESSION;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
