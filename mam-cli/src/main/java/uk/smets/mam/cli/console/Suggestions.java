package uk.smets.mam.cli.console;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Suggests known words that are similar to a misspelt one. */
public final class Suggestions {
    private static final int AT_MOST = 3;

    private Suggestions() {}

    /** Returns the known words that are similar to a word, the most similar first. */
    public static List<String> of(String wanted, Collection<String> known) {
        String word = wanted.toUpperCase(Locale.ROOT);
        Map<String, Integer> distances = new TreeMap<>();
        known.forEach(candidate -> distances.put(candidate, distance(word, candidate.toUpperCase(Locale.ROOT))));
        int nearest = distances.values().stream().min(Integer::compare).orElse(0);
        int farthest = Math.min(nearest + 1, Math.max(2, word.length() / 3));
        return distances.entrySet().stream()
                .filter(candidate -> candidate.getValue() <= farthest)
                .sorted(Map.Entry.comparingByValue())
                .limit(AT_MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the options that are similar to an unknown one. */
    public static List<String> forOption(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String wanted = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
            List<String> names = problem.getCommandLine().getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .toList();
            return of(wanted, names);
        }
        return List.of();
    }

    /** {@code ; did you mean A or B?} */
    public static String sentence(List<String> meant) {
        return meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?";
    }

    /** Returns the edit distance, or 1 if the known word contains the other. */
    private static int distance(String wanted, String known) {
        if (wanted.length() > 2 && known.contains(wanted)) {
            return 1;
        }
        int[] above = new int[known.length() + 1];
        for (int column = 0; column <= known.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= wanted.length(); row++) {
            int[] current = new int[known.length() + 1];
            current[0] = row;
            for (int column = 1; column <= known.length(); column++) {
                int replaced = above[column - 1] + (wanted.charAt(row - 1) == known.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[known.length()];
    }
}
