package uk.smets.mam.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How the outcome is shown. */
final class ReportOptions {
    private static final String TEXT = "text";
    private static final String JSON = "json";

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Format.class,
            completionCandidates = Formats.class,
            description = "Lines for people and editors (the default), or one JSON object.")
    private boolean json;

    @Option(names = "--mask", description = "Show no digits of MPANs and MPRNs.")
    private boolean mask;

    boolean isJson() {
        return json;
    }

    Masking masking() {
        return mask ? Masking.METER_POINTS : Masking.NONE;
    }

    Report open(Console console) {
        return json ? new JsonReport(console, masking()) : new TextReport(console, masking());
    }

    /** Reads the name of a format. */
    static final class Format implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String value) {
            if (!value.equals(TEXT) && !value.equals(JSON)) {
                throw new TypeConversionException("'" + value + "' is neither text nor json");
            }
            return value.equals(JSON);
        }
    }

    /** For the completion of the shell. */
    static final class Formats extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Formats() {
            super(java.util.List.of(TEXT, JSON));
        }
    }
}
