package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The times per row in files of increasing size.
 *
 * @param bySize the time per row in nanoseconds, for each of {@link RowTimesProbe#SIZES}
 * @param change the largest deviation from the time per row of the smallest file, as a ratio to it
 */
record RowTimes(List<Spread> bySize, Spread change) {
    static RowTimes measure(boolean duplicates, int rounds) throws IOException, InterruptedException {
        Progress.show("time per row, duplicates " + (duplicates ? "on" : "off"));
        // Touches all memory beforehand, so that the cost of page faults is not measured.
        String printed = ChildJvm.run(
                RowTimesProbe.class,
                List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"),
                Boolean.toString(duplicates),
                Integer.toString(rounds));
        List<List<Double>> columns = new ArrayList<>();
        RowTimesProbe.SIZES.forEach(size -> columns.add(new ArrayList<>()));
        List<Double> changes = new ArrayList<>();
        for (String round : printed.lines().toList()) {
            String[] times = round.split(" ", -1);
            double furthest = 1;
            for (int i = 0; i < times.length; i++) {
                columns.get(i).add(Double.parseDouble(times[i]));
                double change = Double.parseDouble(times[i]) / Double.parseDouble(times[0]);
                furthest = Math.abs(change - 1) > Math.abs(furthest - 1) ? change : furthest;
            }
            changes.add(furthest);
        }
        return new RowTimes(columns.stream().map(Spread::of).toList(), Spread.of(changes));
    }
}
