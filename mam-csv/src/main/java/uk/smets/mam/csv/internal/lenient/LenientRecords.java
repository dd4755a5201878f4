package uk.smets.mam.csv.internal.lenient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.scan.RecordScanner;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;

/**
 * Reads records whose quoting may be looser than RFC 4180 allows. {@link RecordCutter} finds the end of each record and the problems of its
 * quotes. A record with strict quoting is split by {@link SoundFields}; any other is read by Jackson, one record at a time, so that a bad
 * record does not affect the next.
 */
public final class LenientRecords {
    /** The number of columns of a spreadsheet; further fields are counted, but not kept. */
    public static final int MOST_FIELDS = 16_384;

    /** Passes the column separator to Jackson. */
    private static final class Context extends ObjectReadContext.Base {
        private final CsvSchema schema;
        private final StreamReadConstraints constraints;

        Context(CsvSchema schema, StreamReadConstraints constraints) {
            this.schema = schema;
            this.constraints = constraints;
        }

        @Override
        public FormatSchema getSchema() {
            return schema;
        }

        @Override
        public StreamReadConstraints streamReadConstraints() {
            return constraints;
        }
    }

    private final CsvFactory factory;
    private final ObjectReadContext context;
    private final RecordCutter cutter;
    private final char delimiter;
    private final int fieldLimit;
    private final long longest;
    private final List<String> fields = new ArrayList<>();
    private int count;
    private int used;
    private boolean wrapped;
    private RecordCutter.Problem problem = RecordCutter.Problem.NONE;

    /**
     * Creates a reader at the first line.
     *
     * @param lines the lines
     * @param delimiter the delimiter of the fields
     * @param fieldLimit the longest field in characters
     * @param lineIsRecord whether every record is one line, so that a quote must be closed on its line
     */
    public LenientRecords(Lines lines, char delimiter, int fieldLimit, boolean lineIsRecord) {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxStringLength(fieldLimit).build();
        factory = CsvFactory.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .streamReadConstraints(constraints)
                .build();
        context = new Context(
                CsvSchema.emptySchema().withColumnSeparator(delimiter).withoutComments(), constraints);
        this.delimiter = delimiter;
        this.fieldLimit = fieldLimit;
        cutter = new RecordCutter(lines, delimiter, lineIsRecord);
        longest = RecordScanner.longestRecord(fieldLimit);
    }

    /** Sets the minimum number of fields of a record, by which lines within quotes are recognised as records. */
    public void width(int width) {
        cutter.width(width);
    }

    /** Moves to the next record. Returns false after the last. */
    public boolean next() throws IOException {
        fields.clear();
        count = 0;
        used = 0;
        wrapped = false;
        if (!cutter.next()) {
            return false;
        }
        problem = cutter.problem();
        if (problem == RecordCutter.Problem.NONE) {
            try {
                readFields(cutter.quotes().text());
                wrapped = problem == RecordCutter.Problem.NONE && count == 1 && isRecord(field(0)) && unwrap(field(0));
            } catch (StreamConstraintsException e) {
                problem = RecordCutter.Problem.TOO_LONG;
            }
        }
        return true;
    }

    /** Returns whether a value is a whole record that was quoted as one value. */
    private boolean isRecord(String value) {
        return value.indexOf(delimiter) >= 0
                && value.chars().filter(each -> each == delimiter).count()
                        >= MigrationAuthorisationTable.FIELDS.size() - 1;
    }

    private boolean unwrap(String value) {
        LooseQuotes quotes = cutter.quotes();
        quotes.start(value);
        if (quotes.isOpen() || quotes.isBroken()) {
            return false;
        }
        fields.clear();
        count = 0;
        used = 0;
        readFields(quotes.text());
        return true;
    }

    private void readFields(String record) {
        if (record.length() > 1 && cutter.quotes().notes().isSound()) {
            readFields(new SoundFields(record, delimiter));
            return;
        }
        try (JsonParser parser = factory.createParser(context, record)) {
            // Skips the start of the array of all records and of the array of this record.
            parser.nextToken();
            parser.nextToken();
            long length = 0;
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                String field = parser.getString();
                length += field.length();
                add(field, length <= longest);
            }
            if (length > longest) {
                problem = RecordCutter.Problem.TOO_LONG;
            }
        }
    }

    private void readFields(SoundFields sound) {
        long length = 0;
        for (String field = sound.next(); field != null; field = sound.next()) {
            length += field.length();
            if (field.length() > fieldLimit || length > longest) {
                problem = RecordCutter.Problem.TOO_LONG;
            }
            if (field.length() > fieldLimit) {
                return;
            }
            add(field, length <= longest);
        }
    }

    private void add(String field, boolean kept) {
        if (kept && count < MOST_FIELDS) {
            fields.add(field);
        }
        count++;
        if (!Blanks.isBlank(field)) {
            used = count;
        }
    }

    /** Returns the text of the record, without its line end. */
    public String text() {
        return cutter.quotes().text().strip();
    }

    /** Returns the line in which the record starts. */
    public long line() {
        return cutter.line();
    }

    /** Returns the line in which the record ends. */
    public long lastLine() {
        return cutter.lastLine();
    }

    public RecordCutter.Problem problem() {
        return problem;
    }

    /** Returns the field with the quoting problem, from 1. */
    int quotedField() {
        return cutter.quotedField();
    }

    /** Returns the character after a closing quote. */
    int afterQuote() {
        return cutter.quotes().breaker();
    }

    /** Returns the number of fields; in a record with a problem, those before it. */
    public int count() {
        return count;
    }

    /** Returns the number of fields up to the last that is not blank. */
    public int used() {
        return used;
    }

    /** Returns the fields up to the last non-blank one, as far as they are kept. */
    public List<String> usedFields() {
        return List.copyOf(fields.subList(0, Math.min(used, fields.size())));
    }

    /** Returns a field, from 0; empty if it is not kept. */
    public String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** Returns whether the whole record was quoted as one value, which was split into the fields. */
    public boolean isWrapped() {
        return wrapped;
    }

    /** Returns the deviations of the record's quotes. */
    public LooseQuotes.Notes quotes() {
        return cutter.quotes().notes();
    }
}
