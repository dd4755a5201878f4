package uk.smets.mam.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The median and the range of the results of all rounds.
 *
 * @param median the median
 * @param min the smallest result
 * @param max the largest result
 */
record Spread(double median, double min, double max) {
    static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    /** Formats the median, followed by the range if the results differ. */
    String print(int decimals) {
        String number = "%." + decimals + "f";
        return min == max
                ? String.format(Locale.ROOT, number, median)
                : String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, min, max);
    }
}
