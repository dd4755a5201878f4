package uk.smets.mam.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A format of {@code mam schema}. */
public enum SchemaFormat {
    TEXT,
    JSON,
    CSVW,
    FRICTIONLESS,
    SQL_POSTGRESQL,
    SQL_H2;

    private static final List<String> WORDS =
            Arrays.stream(values()).map(SchemaFormat::word).toList();

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Converts {@code sql-h2}. */
    public static final class Converter implements ITypeConverter<SchemaFormat> {
        @Override
        public SchemaFormat convert(String value) {
            int index = WORDS.indexOf(value);
            if (index < 0) {
                throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", WORDS));
            }
            return values()[index];
        }
    }

    /** Formats for shell completion. */
    public static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return WORDS.iterator();
        }
    }
}
