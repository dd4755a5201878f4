package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
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
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.ContentDigest;
import uk.smets.mam.model.DocumentWriter;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;

/** Writes the same rows to a stream that discards them. The score is the time per row. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(WriteBenchmark.ROWS)
@State(Scope.Thread)
public class WriteBenchmark {
    static final int ROWS = 100_000;

    /** How often the certificates change. */
    @Param({"BATCHED", "UNSORTED", "ALL_DIFFERENT"})
    public CertificateChanges changes = CertificateChanges.BATCHED;

    private final Peers peers = new Peers();
    private MigrationAuthorisation document = new MigrationAuthorisation(
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI), List.of());
    private List<String[]> lines = List.of();

    /** Creates the rows, typed and as strings. */
    @Setup
    public void makeRows() throws IOException {
        byte[] file = new SampleFile(ROWS, changes).bytes();
        document = MigrationAuthorisation.parse(Input.of(file, "sample.csv"));
        lines = peers.lines(file);
    }

    /**
     * Writes typed rows with the row rules on, without a digest.
     *
     * @return the result, so that it is not optimised away
     * @throws IOException never
     */
    @Benchmark
    public WrittenFile mam() throws IOException {
        return write(ContentDigest.NONE);
    }

    /**
     * Writes typed rows with the row rules on, and computes the MD5 of the output.
     *
     * @return the result, so that it is not optimised away
     * @throws IOException never
     */
    @Benchmark
    public WrittenFile mamWithMd5() throws IOException {
        return write(ContentDigest.MD5);
    }

    private WrittenFile write(ContentDigest digest) throws IOException {
        try (DocumentWriter<MigrationAuthorisationRow> writer = MigrationAuthorisation.create(
                        OutputStream.nullOutputStream(), document.header(), ValidationOptions.defaults(), finding -> {})
                .with(digest)) {
            for (MigrationAuthorisationRow row : document.rows()) {
                writer.write(row);
            }
            return writer.finish();
        }
    }

    /** Writes strings that are created beforehand. */
    @Benchmark
    public void jacksonGenerator() {
        peers.write(lines, OutputStream.nullOutputStream());
    }

    /**
     * Writes strings that are created beforehand, and computes the MD5 of the output.
     *
     * @return the MD5
     * @throws NoSuchAlgorithmException never
     */
    @Benchmark
    public byte[] jacksonGeneratorWithMd5() throws NoSuchAlgorithmException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        peers.write(lines, new DigestOutputStream(OutputStream.nullOutputStream(), md5));
        return md5.digest();
    }
}
