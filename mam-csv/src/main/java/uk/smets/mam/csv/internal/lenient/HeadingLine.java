package uk.smets.mam.csv.internal.lenient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.ShownText;

/** The line of column headings of a table. */
public final class HeadingLine {
    /** Limits the length of the message and the cost of the comparison. */
    private static final int MOST_HEADINGS = 50;

    private static final int LONGEST = 60;

    private final List<DocumentField> fields;
    private final Reporter reporter;
    private final int[] places;
    private final int columns;
    private final int named;
    private final Collection<DocumentField> unmatched;

    /**
     * Reads the line, and reports problems with its headings.
     *
     * @param columns the number of columns
     * @param named the number of columns up to the last one with a heading
     * @param cells the headings
     * @param headings the fields of the headings
     * @param reporter the reporter, at the line
     */
    public HeadingLine(int columns, int named, IntFunction<String> cells, Headings headings, Reporter reporter) {
        this.columns = columns;
        this.named = named;
        this.reporter = reporter;
        fields = headings.table();
        places = new int[fields.size()];
        Arrays.fill(places, -1);
        Map<String, String> seen = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(named, LenientRecords.MOST_FIELDS); place++) {
            String heading = cells.apply(place);
            boolean first = seen.putIfAbsent(Headings.key(heading), heading) == null;
            Optional<DocumentField> field = headings.find(heading);
            if (field.isPresent()) {
                take(field.get(), place);
            } else {
                reportUnknown(heading, place, first);
            }
        }
        Map<String, DocumentField> wanted = headings.unmatched(seen.keySet());
        wanted.forEach((heading, field) -> reportUnmatched(heading, field, seen.values()));
        unmatched = wanted.values();
    }

    private void take(DocumentField field, int place) {
        int index = field.number() - 1;
        if (places[index] >= 0) {
            reporter.field(
                    Rule.COLUMN_UNKNOWN,
                    Severity.ERROR,
                    field,
                    "columns " + (places[index] + 1) + " and " + (place + 1)
                            + " both have a heading for this field: remove one of them");
            return;
        }
        places[index] = place;
    }

    private void reportUnknown(String heading, int place, boolean first) {
        String column = "column " + (place + 1);
        if (Headings.key(heading).isEmpty()) {
            reporter.line(Rule.COLUMN_UNKNOWN, column + " has no heading and is ignored");
        } else if (first) {
            reporter.line(
                    Rule.COLUMN_UNKNOWN,
                    Severity.WARNING,
                    heading,
                    column
                            + " is ignored, because its heading is not the name of a field: add the heading to "
                            + "the mapping if it is");
        } else {
            reporter.line(
                    Rule.COLUMN_UNKNOWN,
                    Severity.ERROR,
                    heading,
                    column + " has the same heading as an earlier column: give each column its own heading");
        }
    }

    private void reportUnmatched(String heading, DocumentField field, Collection<String> found) {
        reporter.earlierField(
                Rule.COLUMN_MISSING,
                field,
                reporter.line(),
                heading,
                "no column has the heading that the mapping gives for this field" + advice(heading, found));
    }

    /** Warns of fields without a column. */
    public void warnOfAbsent() {
        String absent = fields.stream()
                .filter(field -> !has(field) && !unmatched.contains(field))
                .map(DocumentField::name)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            reporter.line(
                    Rule.COLUMN_MISSING,
                    Severity.WARNING,
                    "there is no column for " + absent + ": these fields are omitted in every row");
        }
    }

    /** Reports an error if no field of the given ones has a column. */
    public void require(String what, DocumentField... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(field -> has(field) || unmatched.contains(field))) {
            String names = Arrays.stream(anyOf).map(DocumentField::name).collect(Collectors.joining(" or "));
            reporter.line(
                    Rule.COLUMN_MISSING,
                    "there is no column with " + what + ": add one with the heading " + names + ", or add its "
                            + "heading to the mapping");
        }
    }

    private boolean has(DocumentField field) {
        return places[field.number() - 1] >= 0;
    }

    /** Returns the column of a field, by the field's index; negative if the field has no column. */
    public int place(int index) {
        return places[index];
    }

    /** Returns whether a record has values outside the columns, or too few fields. */
    public boolean isOtherWidth(LenientRecords record) {
        return record.used() > columns || record.count() < named;
    }

    public int columns() {
        return columns;
    }

    /** Returns the number of columns up to the last one with a heading, which is the minimum number of fields of a record. */
    public int named() {
        return named;
    }

    /** Returns the given columns that are ignored. */
    public BitSet leftOut(BitSet some) {
        BitSet leftOut = (BitSet) some.clone();
        for (int place : places) {
            if (place >= 0) {
                leftOut.clear(place);
            }
        }
        return leftOut;
    }

    /** Reports an unpaired quote in the first given column that has one. Returns false if there is no such column. */
    public static boolean reportsStrayQuote(BitSet stray, Reporter reporter) {
        if (stray.isEmpty()) {
            return false;
        }
        reporter.line(
                Rule.QUOTING,
                "column " + (stray.nextSetBit(0) + 1)
                        + " has an unpaired quote in an unquoted value: quote the whole value, and double the "
                        + "quotes within it");
        return true;
    }

    /** Returns the end of a message: the nearest heading, and all headings. */
    private static String advice(String wanted, Collection<String> found) {
        List<String> headings = found.stream()
                .filter(heading -> !Headings.key(heading).isEmpty())
                .limit(MOST_HEADINGS)
                .toList();
        String key = start(Headings.key(wanted));
        return headings.stream()
                .min(Comparator.comparingInt(heading -> distance(key, start(Headings.key(heading)))))
                .map(nearest -> "; the nearest is " + quoted(nearest) + ", and the headings are "
                        + headings.stream().map(HeadingLine::quoted).collect(Collectors.joining(", "))
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
