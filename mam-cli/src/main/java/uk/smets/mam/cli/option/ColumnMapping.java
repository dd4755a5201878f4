package uk.smets.mam.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Suggestions;
import uk.smets.mam.model.DocumentField;

/** Which column of a table is which field. */
public final class ColumnMapping {
    /**
     * Makes of a mapping what reads a table by it.
     *
     * @param <T> what reads a table
     */
    @FunctionalInterface
    public interface Mapping<T> {
        /** Throws an {@link IllegalArgumentException} where the mapping cannot be. */
        T by(Map<String, String> fieldsByHeading);
    }

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "The field that a column of the file is; as often as there are such columns.")
    private List<String> map = new ArrayList<>();

    /**
     * Gives the mapping to what reads the table.
     *
     * @param unmapped what reads it by the usual headings
     * @param whose whose fields they are, for a message
     * @param fields the fields that a column may be
     * @param mapping makes of a mapping what reads the table by it
     */
    public <T> T applyTo(T unmapped, String whose, List<DocumentField> fields, Mapping<T> mapping) {
        if (map.isEmpty()) {
            return unmapped;
        }
        Map<String, String> fieldsByHeading = new LinkedHashMap<>();
        for (String entry : map) {
            // No field has an equals sign in its name; a heading may.
            int equals = Math.max(entry.lastIndexOf('='), 0);
            String heading = entry.substring(0, equals).strip();
            String field = entry.substring(equals).replaceFirst("=", "").strip();
            if (heading.isEmpty() || field.isEmpty()) {
                throw misuse("--map is a heading, an equals sign and a field, and not '" + entry + "'");
            }
            requireField(heading, field, whose, fields, mapping);
            fieldsByHeading.put(heading, field);
        }
        try {
            return mapping.by(fieldsByHeading);
        } catch (IllegalArgumentException e) {
            throw misuse("--" + e.getMessage());
        }
    }

    /** Says what the field may have been; the library's own answer is the list of all fields. */
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
            throw misuse("--map: " + whose + " no field '" + field + "'"
                    + Suggestions.sentence(Suggestions.of(field, known)));
        }
    }

    private ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
