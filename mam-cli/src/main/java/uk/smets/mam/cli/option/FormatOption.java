package uk.smets.mam.cli.option;

import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The format of the report, which every command with a report has. */
public final class FormatOption {
    private enum Format {
        TEXT,
        JSON
    }

    private static final String NAME = "--format";

    @Option(
            names = NAME,
            paramLabel = "text|json",
            converter = FormatConverter.class,
            completionCandidates = FormatNames.class,
            description = "Print lines of text or one JSON object (default: text).")
    void format(Format asked) {}

    /** Returns whether a parsed command prints JSON. */
    public static boolean isJson(CommandSpec command) {
        OptionSpec option = command.findOption(NAME);
        // The formats of 'schema' are another type.
        return option != null
                && option.getValue() instanceof Enum<?> format
                && format.name().equals(Format.JSON.name());
    }

    /** Returns whether arguments with an error ask for JSON. */
    public static boolean isJson(String... arguments) {
        List<String> words = List.of(arguments);
        int name = words.lastIndexOf(NAME);
        return words.contains(NAME + "=json")
                || name >= 0 && words.subList(name, words.size()).indexOf("json") == 1;
    }

    private static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String value) {
            return switch (value) {
                case "text" -> Format.TEXT;
                case "json" -> Format.JSON;
                default -> throw new TypeConversionException("'" + value + "' is neither text nor json");
            };
        }
    }

    /** Formats for shell completion. */
    private static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("text", "json").iterator();
        }
    }
}
