package uk.smets.mam.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the measured time and allocated bytes of each benchmark in each round. */
final class Scores {
    private final Map<String, List<Double>> times = new HashMap<>();
    private final Map<String, List<Double>> bytes = new HashMap<>();

    void add(String benchmark, double nanoseconds, double allocated) {
        times.computeIfAbsent(benchmark, key -> new ArrayList<>()).add(nanoseconds);
        bytes.computeIfAbsent(benchmark, key -> new ArrayList<>()).add(allocated);
    }

    static String key(Class<?> benchmarks, String method, CertificateChanges changes) {
        return key(benchmarks, method) + "/" + changes;
    }

    static String key(Class<?> benchmarks, String method) {
        return benchmarks.getSimpleName() + "." + method;
    }

    Spread time(String benchmark) {
        return Spread.of(of(times, benchmark));
    }

    Spread bytes(String benchmark) {
        return Spread.of(of(bytes, benchmark));
    }

    /** Returns the ratio of two times, computed within each round, because a slow machine slows both. */
    Spread ratio(String one, String other) {
        List<Double> ones = of(times, one);
        List<Double> others = of(times, other);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ones.size(); round++) {
            ratios.add(ones.get(round) / others.get(round));
        }
        return Spread.of(ratios);
    }

    private static List<Double> of(Map<String, List<Double>> scores, String benchmark) {
        List<Double> rounds = scores.get(benchmark);
        if (rounds == null) {
            throw new IllegalArgumentException("not measured: " + benchmark);
        }
        return rounds;
    }
}
