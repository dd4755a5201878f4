package uk.smets.mam.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A main class that runs in a separate JVM, for tests that watch it, kill it or limit its memory. */
public final class JavaProcess {
    /** A round of a program that is killed takes a few milliseconds, so that this covers several rounds. */
    private static final int LONGEST_DELAY = 40;

    private JavaProcess() {}

    /** Returns the command line that runs a main class with the class path of the test. */
    public static List<String> command(Class<?> main, Object... arguments) {
        return command(List.of("-XX:TieredStopAtLevel=1"), main, arguments);
    }

    /** Returns the command line that runs a main class with options of the JVM. */
    public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(line::add);
        return line;
    }

    /** Starts a main class, whose errors appear among those of the test. */
    public static Process start(Class<?> main, Object... arguments) throws IOException {
        return new ProcessBuilder(command(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Starts a main class that repeats its work, and kills it at a random moment after the first round, for which it prints 1. */
    public static void killInARound(Random random, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        Process process = start(main, arguments);
        try (BufferedReader rounds =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(rounds.readLine()).isEqualTo("1");
            Thread.sleep(random.nextInt(LONGEST_DELAY));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
