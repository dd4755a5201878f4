package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/**
 * Runs a program that changes valid input and checks how the library handles it: some hundred times with fixed seeds in the ordinary
 * build; for that long with {@code -Dmam.mutations=SECONDS}, and from that seed on with {@code -Dmam.mutations.seed=N}.
 */
final class Mutations {
    private static final long SECONDS = Long.getLong("mam.mutations", 0);
    private static final long FIRST_SEED = Long.getLong("mam.mutations.seed", 1);
    private static final int MOST_FAILURES = 20;

    /** The limit of processor time for any input, independent of the load of the machine. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Spreads consecutive seeds, whose first random numbers would be similar. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Mutations() {}

    /** One execution. */
    @FunctionalInterface
    interface Program {
        void run(Random random, Trial trial) throws Exception;
    }

    /** The inputs of an execution, for the report of its failure. */
    static final class Trial {
        private byte[] input = {};
        private String kind = "";

        byte[] input(String name, byte[] bytes) {
            kind = name;
            input = bytes;
            return bytes;
        }

        private String failure(long seed, Throwable cause) {
            return "-Dmam.mutations.seed=" + seed + ": " + start(cause.toString()) + " at " + placeOf(cause) + ", for "
                    + kind + " " + Base64.getEncoder().encodeToString(input);
        }

        private static String start(String text) {
            return text.substring(0, Math.min(text.length(), 600));
        }

        private static String placeOf(Throwable cause) {
            return List.of(cause.getStackTrace()).stream()
                    .filter(frame -> frame.getClassName().startsWith("uk.smets."))
                    .limit(2)
                    .toList()
                    .toString();
        }
    }

    static void run(String name, int executions, Program program) {
        List<String> failures = new ArrayList<>();
        long start = System.nanoTime();
        long seed = FIRST_SEED;
        while (failures.size() < MOST_FAILURES
                && (SECONDS > 0
                        ? System.nanoTime() - start
                                < Duration.ofSeconds(SECONDS).toNanos()
                        : seed < FIRST_SEED + executions)) {
            run(seed, program, failures);
            seed++;
        }
        if (SECONDS > 0) {
            System.out.println(name + ": " + (seed - FIRST_SEED) + " executions, seeds " + FIRST_SEED + " to "
                    + (seed - 1) + ", " + failures.size() + " failures");
        }
        assertThat(failures).as(name).isEmpty();
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void run(long seed, Program program, List<String> failures) {
        Trial trial = new Trial();
        long start = processorTime();
        try {
            program.run(new Random(seed * SPREAD), trial);
            assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(LONGEST);
        } catch (Exception | AssertionError | VirtualMachineError e) {
            String failure = trial.failure(seed, e);
            failures.add(failure);
            if (SECONDS > 0) {
                System.out.println(failure);
            }
        }
    }
}
