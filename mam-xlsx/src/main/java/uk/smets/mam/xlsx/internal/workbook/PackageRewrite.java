package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** Copies a package with some parts replaced or dropped. All others are copied in compressed form, in order. */
public final class PackageRewrite {
    /** Rewrites a part. */
    @FunctionalInterface
    public interface Rewriting {
        /**
         * Writes the new content of the part.
         *
         * @param part the old content
         * @param out receives the new content
         */
        void rewrite(InputStream part, OutputStream out) throws IOException;
    }

    private final Map<String, Rewriting> rewritings = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();

    /** Sets how a part is rewritten. */
    public void replace(String part, Rewriting rewriting) {
        rewritings.put(PackageParts.key(part), rewriting);
    }

    /** Omits a part from the copy. */
    public void drop(String part) {
        dropped.add(PackageParts.key(part));
    }

    /**
     * Checks that a package can be copied: the parts to rewrite exist and can be rewritten, and all other parts are undamaged.
     *
     * @param parts the package
     * @param readBefore the names of the parts that have already been read completely
     * @throws UnreadableWorkbookException if the package cannot be copied
     */
    public void check(PackageEntries parts, List<String> readBefore) throws IOException {
        Set<String> known = readBefore.stream().map(PackageParts::key).collect(Collectors.toSet());
        int replaced = 0;
        for (ZipArchiveEntry entry : parts.inOrder()) {
            String key = PackageParts.key(entry.getName());
            Rewriting rewriting = rewritings.get(key);
            if (rewriting != null) {
                replaced++;
                if (!known.contains(key)) {
                    try (InputStream part = parts.getInputStream(entry)) {
                        rewriting.rewrite(part, OutputStream.nullOutputStream());
                    }
                }
            } else if (!dropped.contains(key) && !known.contains(key)) {
                parts.checkContent(entry);
            }
        }
        if (replaced != rewritings.size()) {
            throw UnreadableWorkbookException.damaged(
                    "the name of a part differs from that in the directory of the ZIP file");
        }
    }

    /** Copies a package, which must have been {@linkplain #check checked}, to a stream, which stays open. */
    public void copy(PackageEntries parts, OutputStream out) throws IOException {
        PackageOutput copy = new PackageOutput(out);
        for (ZipArchiveEntry entry : parts.inOrder()) {
            String key = PackageParts.key(entry.getName());
            Rewriting rewriting = rewritings.get(key);
            if (rewriting != null) {
                try (InputStream part = ReadAhead.of(parts.getInputStream(entry), entry.getSize());
                        OutputStream rewritten = new WriteBehind(copy.replace(entry))) {
                    rewriting.rewrite(part, rewritten);
                }
            } else if (!dropped.contains(key)) {
                copy.copy(parts, entry);
            }
        }
        copy.finish();
    }
}
