package uk.smets.mam.cli.option;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether people or programs read what is printed; every command that reports has it. */
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
            description = "Lines for people and editors (the default), or one JSON object.")
    void format(Format asked) {}

    /** Whether a command that was parsed is to print JSON. */
    public static boolean isJson(CommandSpec command) {
        OptionSpec option = command.findOption(NAME);
        return option != null && option.getValue() == Format.JSON;
    }

    /** Whether arguments that could not be parsed ask for JSON. */
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

    /** For the completion of the shell. */
    private static final class FormatNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private FormatNames() {
            super(List.of("text", "json"));
        }
    }
}
