package uk.smets.mam.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;

/**
 * Imports extracts with a stray quote in every row. Each quote opens a value that may continue on the next lines. If the
 * search for each closing quote goes to the end of the file, the time grows with the square of the number of rows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(StrayQuoteBenchmark.ROWS)
@State(Scope.Thread)
public class StrayQuoteBenchmark {
    static final int ROWS = 100_000;

    private static final int DISTRIBUTOR = 10;
    private static final ExtractImport EXTRACTS =
            ExtractImport.of(new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI));

    private byte[] clean = {};
    private byte[] unclosed = {};
    private byte[] reopened = {};

    /** Creates the files, which differ in the last two columns. */
    @Setup
    public void makeFiles() {
        clean = file("x;z");
        unclosed = file("x;\"z");
        reopened = file("x\";\"z");
    }

    private static byte[] file(String notes) {
        SampleMeterPoints meterPoints = new SampleMeterPoints();
        StringBuilder text = new StringBuilder("MPAN;Migration Week;esmeSupplierCriticalSerialNumber;"
                + "esmeSupplierCriticalIssuerName;esmeSupplierNonCriticalSerialNumber;"
                + "esmeSupplierNonCriticalIssuerName;Notes;More\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(meterPoints.mpan(row, DISTRIBUTOR))
                    .append(";20190805;169959592698089746188960397669620988535;CN=Z1,OU=07;"
                            + "158896479800419554419985877577890102377;CN=Z1,OU=07;")
                    .append(notes)
                    .append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    private static ValidationReport rejected(byte[] file) throws IOException {
        try {
            EXTRACTS.read(Input.of(file, "extract.csv"));
        } catch (InvalidDocumentException e) {
            if (e.report().rows() == ROWS && e.report().count(Rule.QUOTING) == ROWS) {
                return e.report();
            }
        }
        throw new IllegalStateException("wrong result: not every row is rejected");
    }

    /**
     * Imports an extract without quotes, which is valid.
     *
     * @return the report
     * @throws IOException never
     */
    @Benchmark
    public ValidationReport clean() throws IOException {
        return EXTRACTS.read(Input.of(clean, "extract.csv")).report();
    }

    /**
     * Imports an extract with an unclosed quote in every row.
     *
     * @return the report
     * @throws IOException never
     */
    @Benchmark
    public ValidationReport unclosed() throws IOException {
        return rejected(unclosed);
    }

    /**
     * Imports an extract in which the quote of each row closes the value of the row before and opens another.
     *
     * @return the report
     * @throws IOException never
     */
    @Benchmark
    public ValidationReport reopened() throws IOException {
        return rejected(reopened);
    }
}
