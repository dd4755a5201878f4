package uk.smets.mam.xlsx.internal.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * The parts of a package by name, their types, and their relationships (ECMA-376 part 2). Only requested parts are examined, so an unused
 * or broken part does not matter.
 */
public final class PackageParts {
    static final String CONTENT_TYPES = "[Content_Types].xml";

    /** The source of the relationships of the package as a whole. */
    static final String ROOT = "";

    private static final String TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final int HEX = 16;

    private final PackageEntries entries;
    private final Map<String, ZipArchiveEntry> byKey = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    PackageParts(PackageEntries entries) {
        this.entries = entries;
        for (ZipArchiveEntry entry : entries.inOrder()) {
            String key = key(entry.getName());
            if (byKey.putIfAbsent(key, entry) != null) {
                repeated.add(key);
            }
        }
    }

    /**
     * Returns a part's name in a form that is the same for all its spellings: case, the kind of slash, a leading slash and
     * percent-encoding are ignored.
     */
    public static String key(String name) {
        String slashed = name.replace('\\', '/');
        String relative = slashed.startsWith("/") ? slashed.substring(1) : slashed;
        return decoded(relative).toLowerCase(Locale.ROOT);
    }

    private static String decoded(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int high = bytes[at] == '%' && at + 2 < bytes.length ? Character.digit(bytes[at + 1], HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[at + 2], HEX);
            plain.write(low < 0 ? bytes[at] : high * HEX + low);
            at += low < 0 ? 1 : 3;
        }
        return plain.toString(StandardCharsets.UTF_8);
    }

    /** Returns whether the package has a part with a name. */
    boolean has(String name) {
        return byKey.containsKey(key(name));
    }

    /**
     * Returns the part with a name; it may be absent.
     *
     * @throws UnreadableWorkbookException if the package has two parts with this name
     */
    WorkbookPart part(String name) throws UnreadableWorkbookException {
        String key = key(name);
        ZipArchiveEntry entry = byKey.get(key);
        if (repeated.contains(key)) {
            throw UnreadableWorkbookException.damaged("it has two parts with the name " + name);
        }
        return new WorkbookPart(name, entry, entries);
    }

    /** Reads the relationships of a part. */
    PartRelationships relationships(String source) throws IOException {
        int slash = source.lastIndexOf('/') + 1;
        String name = source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
        return PartRelationships.read(source, part(name));
    }

    /** Returns the content type of a part, by its name or its extension, if the package states one. */
    Optional<String> contentType(String name) throws IOException {
        String key = key(name);
        String extension = key.substring(key.lastIndexOf('.') + 1);
        Optional<String> byName = Optional.empty();
        Optional<String> byExtension = Optional.empty();
        WorkbookPart types = part(CONTENT_TYPES);
        try (XmlInput xml = new XmlInput(types.open(), types.name())) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    XMLStreamReader2 element = xml.events();
                    if (isNamed(
                            element, "Override", "PartName", value -> key(value).equals(key))) {
                        byName = Optional.ofNullable(element.getAttributeValue("", "ContentType"));
                    } else if (isNamed(element, "Default", "Extension", extension::equalsIgnoreCase)) {
                        byExtension = Optional.ofNullable(element.getAttributeValue("", "ContentType"));
                    }
                }
            }
            xml.finish();
        }
        return byName.isPresent() ? byName : byExtension;
    }

    private static boolean isNamed(XMLStreamReader2 element, String name, String attribute, Predicate<String> matches) {
        if (!element.getLocalName().equals(name) || !TYPES_NAMESPACE.equals(element.getNamespaceURI())) {
            return false;
        }
        String value = element.getAttributeValue("", attribute);
        return value != null && matches.test(value);
    }

    /** Returns the part name of a relationship's target, which is relative to the source's folder or to the package root. */
    static String resolve(String source, String target) {
        String slashed = target.replace('\\', '/');
        int fragment = slashed.indexOf('#');
        String path = fragment < 0 ? slashed : slashed.substring(0, fragment);
        String folder = path.startsWith("/") ? "" : source.substring(0, source.lastIndexOf('/') + 1);
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : List.of((folder + path).split("/", -1))) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
