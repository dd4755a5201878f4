package uk.smets.mam.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Validates a workbook once in a new JVM, and prints the processor time of the JVM in milliseconds. */
final class WideProbe {
    private WideProbe() {}

    /**
     * Validates the workbook and prints the time.
     *
     * @param arguments the workbook
     * @throws IOException if the workbook cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        requireNonNull(MigrationSchedule.validate(Path.of(arguments[0])));
        System.out.println(
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
    }
}
