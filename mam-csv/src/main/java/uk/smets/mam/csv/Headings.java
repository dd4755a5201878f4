package uk.smets.mam.csv;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.Characters;

/**
 * The headings that stand for the fields of a row: the MAM's own names, the names in JSON, and those that a caller adds.
 * Case, runs of white space, the kind of a dash and spaces around it do not matter.
 */
final class Headings {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile(" ?- ?");
    /** No heading that stands for a field comes near it. */
    private static final int LONGEST = 200;

    /** The MAM's own names and the names in JSON. */
    static final Headings OF_THE_MAM = new Headings(ofTheMam());

    private final Map<String, DocumentField> fields;

    private Headings(Map<String, DocumentField> fields) {
        this.fields = fields;
    }

    private static Map<String, DocumentField> ofTheMam() {
        Map<String, DocumentField> fields = new HashMap<>();
        for (DocumentField field : MigrationAuthorisationTable.FIELDS) {
            fields.put(key(field.name()), field);
            fields.put(key(field.jsonName()), field);
        }
        return fields;
    }

    /**
     * The same with headings of the caller's, which come first.
     *
     * @throws IllegalArgumentException where one names no field, or names two
     */
    Headings with(Map<String, String> headingToField) {
        Map<String, DocumentField> added = new HashMap<>();
        headingToField.forEach((heading, name) -> {
            DocumentField field = OF_THE_MAM
                    .find(name)
                    .orElseThrow(() -> new IllegalArgumentException("mapping: \"" + heading + "\" to \"" + name
                            + "\", which is no field; the fields are " + choices()));
            if (key(heading).isEmpty()) {
                throw new IllegalArgumentException("mapping: the heading of " + field.name() + " is empty");
            }
            DocumentField other = added.put(key(heading), field);
            if (other != null && !other.equals(field)) {
                throw new IllegalArgumentException(
                        "mapping: \"" + heading + "\" names two fields, " + other.name() + " and " + field.name());
            }
        });
        Map<String, DocumentField> all = new HashMap<>(fields);
        all.putAll(added);
        return new Headings(all);
    }

    private static String choices() {
        return MigrationAuthorisationTable.FIELDS.stream()
                .map(field -> field.name() + " (" + field.jsonName() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The field that a heading stands for. */
    Optional<DocumentField> find(String heading) {
        return Optional.ofNullable(fields.get(key(heading)));
    }

    /** What headings have in common that mean the same. */
    static String key(String heading) {
        StringBuilder ascii = new StringBuilder();
        heading.codePoints()
                .limit(LONGEST)
                .forEach(codePoint -> ascii.append(
                        codePoint <= 0x7F
                                ? Character.toString(codePoint)
                                : Characters.asciiFor(codePoint).orElseGet(() -> Character.toString(codePoint))));
        String spaced = WHITE_SPACE.matcher(ascii).replaceAll(" ").strip();
        return DASH.matcher(spaced).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
