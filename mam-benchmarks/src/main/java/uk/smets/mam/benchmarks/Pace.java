package uk.smets.mam.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The time for a row in files of more and more rows.
 *
 * @param bySize nanoseconds, for each of {@link PaceProbe#SIZES}
 * @param change the time for a row of the file that is furthest from the smallest one, in relation to it
 */
record Pace(List<Spread> bySize, Spread change) {
    static Pace measure(boolean duplicates, int rounds) throws IOException, InterruptedException {
        Progress.say("time per row, duplicates " + (duplicates ? "on" : "off"));
        // Memory that the system hands out for the first time costs what is not ours: it is all touched before.
        String printed = ChildJvm.run(
                PaceProbe.class,
                List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"),
                Boolean.toString(duplicates),
                Integer.toString(rounds));
        List<List<Double>> columns = new ArrayList<>();
        PaceProbe.SIZES.forEach(size -> columns.add(new ArrayList<>()));
        List<Double> changes = new ArrayList<>();
        for (String round : printed.lines().toList()) {
            String[] paces = round.split(" ", -1);
            double furthest = 1;
            for (int i = 0; i < paces.length; i++) {
                columns.get(i).add(Double.parseDouble(paces[i]));
                double change = Double.parseDouble(paces[i]) / Double.parseDouble(paces[0]);
                furthest = Math.abs(change - 1) > Math.abs(furthest - 1) ? change : furthest;
            }
            changes.add(furthest);
        }
        return new Pace(columns.stream().map(Spread::of).toList(), Spread.of(changes));
    }
}
