package uk.smets.mam.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.MappingIterator;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;

/** Reads the same bytes from memory. The score is the time per row. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ReadBenchmark.ROWS)
@State(Scope.Thread)
public class ReadBenchmark {
    static final int ROWS = 100_000;

    /** How often the certificates change. */
    @Param({"BATCHED", "UNSORTED", "ALL_DIFFERENT"})
    public CertificateChanges changes = CertificateChanges.BATCHED;

    private final Peers peers = new Peers();
    private byte[] file = {};
    private int startOfBody;

    /** Creates the file. */
    @Setup
    public void makeFile() {
        file = new SampleFile(ROWS, changes).bytes();
        startOfBody = Peers.startOfBody(file);
    }

    private ByteArrayInputStream stream() {
        return new ByteArrayInputStream(file);
    }

    /**
     * Reads typed rows with all rules on, including duplicates.
     *
     * @param rows consumes the rows
     * @throws IOException never
     */
    @Benchmark
    public void mam(Blackhole rows) throws IOException {
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                MigrationAuthorisation.open(Input.of(stream(), "sample.csv"), ValidationOptions.defaults())) {
            for (MigrationAuthorisationRow row : reader) {
                rows.consume(row);
            }
        }
    }

    /**
     * Reads all tokens and the text of every field.
     *
     * @param texts consumes the strings
     */
    @Benchmark
    public void jacksonTokens(Blackhole texts) {
        try (JsonParser parser = peers.jacksonTokens(stream())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.consume(parser.getString());
                }
            }
        }
    }

    /**
     * Reads all tokens without their text.
     *
     * @param tokens consumes the tokens
     */
    @Benchmark
    public void jacksonTokensWithoutText(Blackhole tokens) {
        try (JsonParser parser = peers.jacksonTokens(stream())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.consume(token);
            }
        }
    }

    /**
     * Reads records. FastCSV creates a String for every field before it returns a record.
     *
     * @param records consumes the records
     * @throws IOException never
     */
    @Benchmark
    public void fastCsvRecords(Blackhole records) throws IOException {
        try (CsvReader<CsvRecord> reader = peers.fastCsvRecords(stream())) {
            for (CsvRecord csvRecord : reader) {
                records.consume(csvRecord.getFieldCount());
                records.consume(csvRecord);
            }
        }
    }

    /**
     * Reads records of 25 strings, without the header.
     *
     * @param rows consumes the rows
     */
    @Benchmark
    public void jacksonDatabind(Blackhole rows) {
        ByteArrayInputStream body = new ByteArrayInputStream(file, startOfBody, file.length - startOfBody);
        try (MappingIterator<TextRow> reader = peers.jacksonRows(body)) {
            while (reader.hasNext()) {
                rows.consume(reader.next());
            }
        }
    }
}
