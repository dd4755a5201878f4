package uk.smets.mam.csv.internal.lenient;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.primitive.Characters;

/**
 * Maps headings to the fields of a row: the MAM's names, the names in JSON, and those that a caller adds. Case, runs of white space, the
 * kind of dash and spaces around it are ignored.
 */
public final class Headings {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile(" ?- ?");
    /** The MAM's names and the names in JSON. */
    public static final Headings OF_THE_MAM = of(MigrationAuthorisationTable.FIELDS);

    private final List<DocumentField> table;
    private final Map<String, DocumentField> fields;
    /** The caller's headings as written, by their keys. */
    private final Map<String, String> mapped;

    private Headings(List<DocumentField> table, Map<String, DocumentField> fields, Map<String, String> mapped) {
        this.table = table;
        this.fields = fields;
        this.mapped = mapped;
    }

    /** Returns headings for the names of fields, and their names in JSON. */
    public static Headings of(List<DocumentField> table) {
        Map<String, DocumentField> fields = new HashMap<>();
        for (DocumentField field : table) {
            fields.put(key(field.name()), field);
            fields.put(key(field.jsonName()), field);
        }
        return new Headings(table, fields, Map.of());
    }

    /** Returns the fields. */
    List<DocumentField> table() {
        return table;
    }

    /**
     * Returns a copy with the caller's headings, which take precedence.
     *
     * @throws IllegalArgumentException if a heading is mapped to an unknown field, or to two fields
     */
    public Headings with(Map<String, String> headingToField) {
        Headings own = of(table);
        Map<String, DocumentField> added = new HashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        headingToField.forEach((heading, name) -> {
            DocumentField field = own.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("mapping: \"" + heading + "\" to \"" + name
                            + "\", which is not a field; the fields are " + choices()));
            if (key(heading).isEmpty()) {
                throw new IllegalArgumentException("mapping: the heading of " + field.name() + " is empty");
            }
            written.putIfAbsent(key(heading), heading);
            DocumentField other = added.put(key(heading), field);
            if (other != null && !other.equals(field)) {
                throw new IllegalArgumentException("mapping: \"" + heading + "\" is mapped to two fields, "
                        + other.name() + " and " + field.name());
            }
        });
        Map<String, DocumentField> all = new HashMap<>(fields);
        all.putAll(added);
        return new Headings(table, all, written);
    }

    private String choices() {
        return table.stream()
                .map(field -> field.name() + " (" + field.jsonName() + ")")
                .collect(Collectors.joining(", "));
    }

    /** Returns the caller's headings that were not found, as written, with the field of each. */
    Map<String, DocumentField> unmatched(Set<String> keys) {
        Map<String, DocumentField> unmatched = new LinkedHashMap<>();
        mapped.forEach((key, heading) -> {
            DocumentField field = fields.get(key);
            if (field != null && !keys.contains(key)) {
                unmatched.put(heading, field);
            }
        });
        return unmatched;
    }

    /** Returns the field of a heading. */
    public Optional<DocumentField> find(String heading) {
        return Optional.ofNullable(fields.get(key(heading)));
    }

    /** Returns whether a line has only column headings, at least two: with one, it may be a row whose value is like a heading. */
    public static boolean areAll(int count, IntFunction<String> cells) {
        int headings = 0;
        for (int i = 0; i < count; i++) {
            String cell = cells.apply(i);
            if (Blanks.isBlank(cell)) {
                continue;
            }
            if (cell.codePoints().anyMatch(Character::isDigit)
                    || OF_THE_MAM.find(cell).isEmpty()) {
                return false;
            }
            headings++;
        }
        return headings > 1;
    }

    /** Returns the normalised form of a heading. */
    public static String key(String heading) {
        StringBuilder ascii = new StringBuilder();
        heading.codePoints()
                .forEach(codePoint -> ascii.append(
                        codePoint <= 0x7F
                                ? Character.toString(codePoint)
                                : Characters.asciiFor(codePoint).orElseGet(() -> Character.toString(codePoint))));
        String spaced = WHITE_SPACE.matcher(ascii).replaceAll(" ").strip();
        return DASH.matcher(spaced).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
