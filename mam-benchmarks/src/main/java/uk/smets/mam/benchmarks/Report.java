package uk.smets.mam.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats figures as Markdown tables. */
final class Report {
    private static final String MAM = "mam";
    private static final String WITH_MD5 = "WithMd5";

    private final Scores scores;
    private final StringBuilder text = new StringBuilder();

    Report(Scores scores) {
        this.scores = scores;
    }

    Scores scores() {
        return scores;
    }

    Report line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds the ratio of our time to the time of a peer. */
    Report ratio(String work, Class<?> benchmarks, String peer, String peerMethod, double target) {
        Spread ratio = scores.ratio(
                Scores.key(benchmarks, ours(peerMethod), CertificateChanges.BATCHED),
                Scores.key(benchmarks, peerMethod, CertificateChanges.BATCHED));
        return ratio(work, peer, ratio, target, 2);
    }

    /** Adds a ratio of times, with as many decimals as the target has. */
    Report ratio(String work, String peer, Spread ratio, double target, int decimals) {
        return row(
                work,
                peer,
                "≤ " + String.format(Locale.ROOT, "%." + decimals + "f", target) + " of its time",
                ratio.print(decimals),
                ratio.median() <= target);
    }

    Report row(String work, String measure, String target, String figure, boolean reached) {
        return line("| " + work + " | " + measure + " | " + target + " | " + figure + " | "
                + (reached ? "yes" : "**no**") + " |");
    }

    /** Adds times, bytes and ratios of the methods of a benchmark, for each kind of certificate changes. */
    Report details(Class<?> benchmarks, List<String> methods, List<CertificateChanges> changes) {
        for (CertificateChanges change : changes) {
            for (String method : methods) {
                String key = Scores.key(benchmarks, method, change);
                List<String> cells = new ArrayList<>(List.of(
                        benchmarks == ReadBenchmark.class ? "read" : "write",
                        change.name(),
                        "`" + method + "`",
                        scores.time(key).print(0),
                        scores.bytes(key).print(0)));
                cells.add(
                        method.startsWith(MAM)
                                ? ""
                                : scores.ratio(Scores.key(benchmarks, ours(method), change), key)
                                        .print(2));
                line("| " + String.join(" | ", cells) + " |");
            }
        }
        return this;
    }

    /** Returns the name of our method for the same work. */
    private static String ours(String peerMethod) {
        return peerMethod.endsWith(WITH_MD5) ? MAM + WITH_MD5 : MAM;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
