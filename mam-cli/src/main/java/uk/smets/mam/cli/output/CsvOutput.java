package uk.smets.mam.cli.output;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvWriteFeature;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Words;

/** Writes CSV by RFC 4180, in UTF-8, its lines ended in LF; the stream stays open. */
public final class CsvOutput implements AutoCloseable {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** What a spreadsheet program takes a formula to start with. */
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

    /** How many values a spreadsheet program would not show but calculate; they are written as they are. */
    public long formulas() {
        return formulas;
    }

    /** Warns of such values. */
    public static void warn(Console console, String file, long formulas) {
        if (formulas > 0) {
            console.say(file + ": " + Words.count(formulas, "value")
                    + " may be a formula to a spreadsheet program, which looks for =, +, - or @ in front: have it read"
                    + " the columns as text");
        }
    }

    @Override
    public void close() {
        generator.close();
    }
}
