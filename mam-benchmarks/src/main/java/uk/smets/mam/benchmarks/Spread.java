package uk.smets.mam.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the rounds measured.
 *
 * @param median the middle one
 * @param least the least
 * @param most the most
 */
record Spread(double median, double least, double most) {
    static Spread of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    /** The median, and the range where there is one. */
    String print(int decimals) {
        String number = "%." + decimals + "f";
        return least == most
                ? String.format(Locale.ROOT, number, median)
                : String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, least, most);
    }
}
