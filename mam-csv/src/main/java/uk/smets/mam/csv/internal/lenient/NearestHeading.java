package uk.smets.mam.csv.internal.lenient;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import uk.smets.mam.model.internal.primitive.ShownText;

/** Suggests headings of a file in place of one that it does not have. */
public final class NearestHeading {
    /** Keeps the message short and the comparison cheap. */
    private static final int MOST_HEADINGS = 50;

    private static final int LONGEST = 60;

    private NearestHeading() {}

    /** Returns the end of a message: the nearest heading, and all headings. */
    static String advice(String wanted, Collection<String> found) {
        List<String> headings = found.stream()
                .filter(heading -> !Headings.key(heading).isEmpty())
                .limit(MOST_HEADINGS)
                .toList();
        String key = start(Headings.key(wanted));
        return headings.stream()
                .min(Comparator.comparingInt(heading -> distance(key, start(Headings.key(heading)))))
                .map(nearest -> "; the nearest is " + quoted(nearest) + ", and the headings are "
                        + headings.stream().map(NearestHeading::quoted).collect(Collectors.joining(", "))
                        + (found.size() > MOST_HEADINGS ? ", ..." : ""))
                .orElse("");
    }

    private static String quoted(String heading) {
        return '"' + ShownText.shorten(heading) + '"';
    }

    private static String start(String key) {
        return key.substring(0, Math.min(key.length(), LONGEST));
    }

    /** Returns the number of characters to insert, remove or replace. */
    private static int distance(String wanted, String heading) {
        int[] above = new int[heading.length() + 1];
        for (int column = 0; column <= heading.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= wanted.length(); row++) {
            int[] current = new int[heading.length() + 1];
            current[0] = row;
            for (int column = 1; column <= heading.length(); column++) {
                int replaced = above[column - 1] + (wanted.charAt(row - 1) == heading.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[heading.length()];
    }
}
