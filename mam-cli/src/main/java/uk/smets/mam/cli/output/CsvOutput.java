package uk.smets.mam.cli.output;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvWriteFeature;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Formats;

/** Writes CSV as RFC 4180 defines it, in UTF-8 with LF line ends. The stream stays open. */
public final class CsvOutput implements AutoCloseable {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** The characters with which a formula begins in a spreadsheet program. */
    private static final String FORMULA = "=+-@";

    private final JsonGenerator generator;
    private long formulas;

    public CsvOutput(OutputStream stream) {
        generator = CSV.createGenerator(ObjectWriteContext.empty(), stream);
    }

    public void line(List<String> fields) {
        generator.writeStartArray();
        for (String field : fields) {
            generator.writeString(field);
            if (!field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0) {
                formulas++;
            }
        }
        generator.writeEndArray();
    }

    /** Returns the number of values that a spreadsheet program may treat as formulas. They are written unchanged. */
    public long formulas() {
        return formulas;
    }

    /** Prints a warning about such values. */
    public static void warn(Console console, String file, long formulas) {
        if (formulas > 0) {
            console.say(file + ": " + Formats.count(formulas, "value")
                    + " starting with =, +, - or @, which a spreadsheet program may treat as a formula: import the columns"
                    + " as text");
        }
    }

    @Override
    public void close() {
        generator.close();
    }
}
