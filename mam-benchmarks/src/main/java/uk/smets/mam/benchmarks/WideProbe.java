package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Validates a workbook once, in a JVM that does nothing else, and prints the milliseconds of processor time that it took. */
final class WideProbe {
    private WideProbe() {}

    /**
     * Validates and prints.
     *
     * @param arguments the workbook
     * @throws IOException where it can't be read
     */
    public static void main(String[] arguments) throws IOException {
        requireNonNull(MigrationSchedule.validate(Path.of(arguments[0])));
        System.out.println(
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
    }
}
