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
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/**
 * Validates files whose MPANs all collide in a hash table with Fibonacci hashing (multiplication by the golden ratio). If duplicates
 * are looked up in such a table, the time grows with the square of the number of rows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CraftedMeterPointsBenchmark.ROWS)
@State(Scope.Thread)
public class CraftedMeterPointsBenchmark {
    static final int ROWS = 300_000;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final long FIRST_MPAN = 1_000_000_000_000L;

    /** The bits of the product that select the bucket in a table for {@link #ROWS} rows, and four more to absorb carries. */
    private static final long HASH = 0x0007_FFFF_F000_0000L;

    private byte[] ordinary = {};
    private byte[] crafted = {};

    /** Creates the files. The MPANs increase by a constant step: an ordinary step, or one for which all hashes collide. */
    @Setup
    public void makeFiles() {
        long step = 1;
        while ((step * GOLDEN_RATIO & HASH) != 0) {
            step++;
        }
        crafted = file(step);
        ordinary = file(step + 7);
    }

    private static byte[] file(long step) {
        StringBuilder text = new StringBuilder("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(FIRST_MPAN + row * step)
                    .append(",,,20190805,,1,\"CN=Z1,OU=07\",2,\"CN=Z1,OU=07\"")
                    .append(",".repeat(16))
                    .append('\n');
        }
        return text.toString().getBytes(US_ASCII);
    }

    private static ValidationReport validate(byte[] file) throws IOException {
        return MigrationAuthorisation.validate(Input.of(file, "crafted.csv"), ValidationOptions.defaults());
    }

    /**
     * Validates MPANs with an ordinary step.
     *
     * @return the report
     * @throws IOException never
     */
    @Benchmark
    public ValidationReport ordinary() throws IOException {
        return validate(ordinary);
    }

    /**
     * Validates MPANs whose hashes collide.
     *
     * @return the report
     * @throws IOException never
     */
    @Benchmark
    public ValidationReport crafted() throws IOException {
        return validate(crafted);
    }
}
