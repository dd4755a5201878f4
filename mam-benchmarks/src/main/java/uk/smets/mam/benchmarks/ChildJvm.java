package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a probe in a separate JVM. */
final class ChildJvm {
    private static final long MINUTES = 10;

    private ChildJvm() {}

    /** Returns the output of the probe. Throws an exception if the probe fails. */
    static String run(Class<?> probe, List<String> jvmOptions, String... arguments)
            throws IOException, InterruptedException {
        return run(MINUTES * 60, probe, jvmOptions, arguments)
                .orElseThrow(() -> new IOException(probe.getSimpleName() + " ran out of memory or time"));
    }

    /** Returns the output of the probe, or empty if it runs out of memory or time. Throws an exception if it fails for another reason. */
    static Optional<String> run(long seconds, Class<?> probe, List<String> jvmOptions, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(probe.getName());
        command.addAll(Arrays.asList(arguments));
        Path output = Files.createTempFile("mam-benchmarks", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            String printed = Files.readString(output, Charset.defaultCharset());
            if (process.exitValue() == 0) {
                return Optional.of(printed.strip());
            }
            if (isOutOfMemory(printed)) {
                return Optional.empty();
            }
            throw new IOException(
                    probe.getSimpleName() + " exited with status " + process.exitValue() + ": " + printed);
        } finally {
            Files.delete(output);
        }
    }

    private static boolean isOutOfMemory(String printed) {
        return printed.contains("OutOfMemoryError") || printed.contains("Error occurred during initialization of VM");
    }
}
