package uk.smets.mam.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the figures into tables. */
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

    /** A ratio of times: ours to a peer's. */
    Report ratio(String work, Class<?> benchmarks, String peer, String peerMethod, double reach) {
        Spread ratio = scores.ratio(
                Scores.key(benchmarks, ours(peerMethod), CertificateChanges.BATCHED),
                Scores.key(benchmarks, peerMethod, CertificateChanges.BATCHED));
        return ratio(work, peer, ratio, reach, 2);
    }

    /** A ratio of times, with as many decimals as it takes to compare it with what is to be reached. */
    Report ratio(String work, String peer, Spread ratio, double reach, int decimals) {
        return row(
                work,
                peer,
                "≤ " + String.format(Locale.ROOT, "%." + decimals + "f", reach) + " of its time",
                ratio.print(decimals),
                ratio.median() <= reach);
    }

    Report row(String work, String measure, String reach, String figure, boolean reached) {
        return line("| " + work + " | " + measure + " | " + reach + " | " + figure + " | "
                + (reached ? "yes" : "**no**") + " |");
    }

    /** Times, bytes and ratios of one kind of work, whatever the changes. */
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

    /** Our method that does the same work as a peer's. */
    private static String ours(String peerMethod) {
        return peerMethod.endsWith(WITH_MD5) ? MAM + WITH_MD5 : MAM;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
