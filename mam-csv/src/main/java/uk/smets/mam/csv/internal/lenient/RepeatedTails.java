package uk.smets.mam.csv.internal.lenient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields at the end of recent records, from the first quoted one on. Files of answers repeat them in nearly every line, so they are
 * read once, and equal fields are one object.
 */
final class RepeatedTails {
    /** Limits the memory for a file without repeated tails. */
    private static final int MOST = 1_024;

    private final char delimiter;
    private final Map<String, List<String>> known = new HashMap<>();
    private String tail = "";
    private int start;

    RepeatedTails(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Reads a line whose tail is known.
     *
     * @param line the line
     * @param fields receives the fields, if the tail is known
     * @return whether the tail is known
     */
    boolean read(String line, List<String> fields) {
        int quote = line.indexOf('"');
        start = quote < 0 ? 0 : line.lastIndexOf(delimiter, quote) + 1;
        if (start == 0) {
            return false;
        }
        tail = line.substring(start);
        List<String> found = known.get(tail);
        if (found == null || LooseQuotes.hasQuotes(line.substring(0, start))) {
            return false;
        }
        for (int from = 0; from < start; ) {
            int to = line.indexOf(delimiter, from);
            fields.add(line.substring(from, to));
            from = to + 1;
        }
        fields.addAll(found);
        return true;
    }

    /** Adds the fields of the last requested line, whose quotes are valid and closed on that line. */
    void add(String line, List<String> fields) {
        if (start == 0) {
            return;
        }
        if (known.size() == MOST) {
            known.clear();
        }
        int before = (int)
                line.substring(0, start).chars().filter(c -> c == delimiter).count();
        known.put(tail, List.copyOf(fields.subList(before, fields.size())));
    }
}
