package uk.smets.mam.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Records as Jackson reads them, which takes nearly anything for CSV. What it refuses is a record with a problem, and
 * reading goes on with the next line.
 */
final class LenientRecords implements Closeable {
    /** Why a record has no fields that could be trusted. */
    enum Problem {
        /** Nothing is wrong. */
        NONE,
        /** A quote that is not closed, or text behind one that is. */
        QUOTING,
        /** A field, or all of them together, longer than the limit. */
        TOO_LONG
    }

    /** As many columns as a spreadsheet has; fields behind these are counted, and not kept. */
    static final int MOST_FIELDS = 16_384;

    /** Says to Jackson what the columns are separated by. */
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
    private final LooseQuotes quotes;
    private LooseQuotes.Notes notes;
    private final LineFeed feed;
    private final long longest;
    private final List<String> fields = new ArrayList<>();
    private @Nullable JsonParser parser;
    private int count;
    private int used;
    private long line;
    private Problem problem = Problem.NONE;

    /**
     * Starts at the first line.
     *
     * @param lines the lines
     * @param delimiter what separates the fields
     * @param fieldLimit how many characters a field may have
     * @param lineIsRecord whether a record is one line, so that a quote must be closed on it
     */
    LenientRecords(Lines lines, char delimiter, int fieldLimit, boolean lineIsRecord) {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxStringLength(fieldLimit).build();
        factory = CsvFactory.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .streamReadConstraints(constraints)
                .build();
        context = new Context(
                CsvSchema.emptySchema().withColumnSeparator(delimiter).withoutComments(), constraints);
        quotes = new LooseQuotes(delimiter);
        notes = quotes.notes();
        feed = new LineFeed(lines, quotes, lineIsRecord);
        longest = RecordScanner.longestRecord(fieldLimit);
    }

    /** Goes to the next record; false behind the last. */
    boolean next() throws IOException {
        fields.clear();
        count = 0;
        used = 0;
        problem = Problem.NONE;
        while (true) {
            if (feed.takeEndless()) {
                line = feed.line();
                return give(Problem.TOO_LONG);
            }
            try {
                JsonParser current = parser == null ? open() : parser;
                if (current == null) {
                    return false;
                }
                if (current.nextToken() == JsonToken.START_ARRAY) {
                    line = feed.line();
                    notes = quotes.notes();
                    readFields(current);
                    return true;
                }
                close();
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (StreamConstraintsException e) {
                return give(Problem.TOO_LONG);
            } catch (JacksonException e) {
                return give(Problem.QUOTING);
            }
        }
    }

    private boolean give(Problem what) {
        problem = what;
        close();
        feed.giveUp();
        return true;
    }

    private @Nullable JsonParser open() {
        if (!feed.resume()) {
            return null;
        }
        JsonParser opened = factory.createParser(context, feed);
        parser = opened;
        // The array that all records are wrapped in.
        opened.nextToken();
        return opened;
    }

    private void readFields(JsonParser current) {
        long length = 0;
        while (current.nextToken() == JsonToken.VALUE_STRING) {
            String text = current.getString();
            length += text.length();
            if (count < MOST_FIELDS && length <= longest) {
                fields.add(text);
            }
            if (count < Integer.MAX_VALUE) {
                count++;
            }
            if (!Blanks.isBlank(text)) {
                used = count;
            }
        }
        if (length > longest) {
            problem = Problem.TOO_LONG;
        }
    }

    /** The line that the record starts in. */
    long line() {
        return line;
    }

    Problem problem() {
        return problem;
    }

    /** How many fields the record has; where it has a problem, how many came before it. */
    int count() {
        return count;
    }

    /** How many fields there are up to the last that holds anything. */
    int used() {
        return used;
    }

    /** A field, from 0; empty behind those that are kept. */
    String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }

    /** What was loose about the record's quotes. */
    LooseQuotes.Notes quotes() {
        return notes;
    }

    @Override
    public void close() {
        if (parser != null) {
            parser.close();
            parser = null;
        }
    }
}
