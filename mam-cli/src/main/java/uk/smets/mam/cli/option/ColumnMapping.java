package uk.smets.mam.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.model.DocumentField;

/** The option that maps the columns of a table to fields. */
public final class ColumnMapping {
    /**
     * Creates a reader of a table from a mapping.
     *
     * @param <T> the reader
     */
    @FunctionalInterface
    public interface Mapping<T> {
        /** Returns the reader, or throws an {@link IllegalArgumentException} if the mapping is invalid. */
        T by(Map<String, String> fieldsByHeading);
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "Field of a column of the file; may be repeated.")
    private List<String> map = new ArrayList<>();

    /**
     * Returns the reader for the mapping on the command line.
     *
     * @param unmapped the reader for the standard headings
     * @param whose the start of a message about an unknown field, such as {@code the MAM has}
     * @param fields the fields that a column can have
     * @param mapping creates the reader
     */
    public <T> T applyTo(T unmapped, String whose, List<DocumentField> fields, Mapping<T> mapping) {
        if (map.isEmpty()) {
            return unmapped;
        }
        Map<String, String> fieldsByHeading = new LinkedHashMap<>();
        for (String entry : map) {
            // A heading can have an equals sign; a field cannot.
            int equals = Math.max(entry.lastIndexOf('='), 0);
            String heading = entry.substring(0, equals).strip();
            String field = entry.substring(equals).replaceFirst("=", "").strip();
            if (heading.isEmpty() || field.isEmpty()) {
                throw Usage.error(spec, "--map '" + entry + "' is not of the form HEADING=FIELD");
            }
            requireField(heading, field, whose, fields, mapping);
            fieldsByHeading.put(heading, field);
        }
        try {
            return mapping.by(fieldsByHeading);
        } catch (IllegalArgumentException e) {
            throw Usage.error(spec, "--map: " + ErrorText.withArgument(e));
        }
    }

    /** Suggests similar fields; the message of the library lists all fields. */
    private <T> void requireField(
            String heading, String field, String whose, List<DocumentField> fields, Mapping<T> mapping) {
        try {
            mapping.by(Map.of(heading, field));
        } catch (IllegalArgumentException e) {
            List<String> known = fields.stream()
                    .flatMap(each -> each.name().equalsIgnoreCase(each.jsonName())
                            ? Stream.of(each.name())
                            : Stream.of(each.name(), each.jsonName()))
                    .toList();
            throw Usage.error(
                    spec,
                    "--map: " + whose + " no field '" + field + "'"
                            + Suggestions.sentence(Suggestions.of(field, known)));
        }
    }
}
