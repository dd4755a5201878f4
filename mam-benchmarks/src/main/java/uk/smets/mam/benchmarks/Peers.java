package uk.smets.mam.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** The other CSV libraries, configured as their documentation recommends to read the whole file and write the same bytes. */
final class Peers {
    private static final int HEADER_LINES = 3;

    private final CsvFactory factory = CsvFactory.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .build();

    /** Does not report the three header lines, which have one field each. */
    private final CsvReaderBuilder fastCsv = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE);

    private final ObjectReader textRows =
            CsvMapper.builder().build().readerFor(TextRow.class).with(schema());

    private static CsvSchema schema() {
        CsvSchema.Builder columns = CsvSchema.builder();
        for (RecordComponent component : TextRow.class.getRecordComponents()) {
            columns.addColumn(component.getName());
        }
        return columns.build();
    }

    JsonParser jacksonTokens(InputStream file) {
        return factory.createParser(ObjectReadContext.empty(), file);
    }

    CsvReader<CsvRecord> fastCsvRecords(InputStream file) {
        return fastCsv.ofCsvRecord(file);
    }

    /** Reads the rows of a file without its header. */
    MappingIterator<TextRow> jacksonRows(InputStream body) {
        return textRows.readValues(body);
    }

    JsonGenerator jacksonGenerator(OutputStream file) {
        return factory.createGenerator(ObjectWriteContext.empty(), file);
    }

    /** Returns the fields of every line, as Jackson reads them. */
    List<String[]> lines(byte[] file) {
        List<String[]> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        try (JsonParser parser = jacksonTokens(new ByteArrayInputStream(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    fields.add(parser.getString());
                } else if (token == JsonToken.END_ARRAY && !fields.isEmpty()) {
                    lines.add(fields.toArray(String[]::new));
                    fields.clear();
                }
            }
        }
        return lines;
    }

    /** Writes lines of fields. */
    void write(List<String[]> lines, OutputStream file) {
        try (JsonGenerator generator = jacksonGenerator(file)) {
            for (String[] line : lines) {
                generator.writeStartArray();
                for (String field : line) {
                    generator.writeString(field);
                }
                generator.writeEndArray();
            }
        }
    }

    /** Returns the index of the first byte of the first row. */
    static int startOfBody(byte[] file) {
        int at = 0;
        for (int lines = 0; lines < HEADER_LINES; at++) {
            lines += file[at] == '\n' ? 1 : 0;
        }
        return at;
    }
}
