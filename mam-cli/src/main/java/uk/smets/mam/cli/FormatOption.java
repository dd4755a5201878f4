package uk.smets.mam.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether people or programs read what is printed. */
final class FormatOption {
    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = FormatConverter.class,
            completionCandidates = FormatNames.class,
            description = "Lines for people and editors (the default), or one JSON object.")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSON;
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
