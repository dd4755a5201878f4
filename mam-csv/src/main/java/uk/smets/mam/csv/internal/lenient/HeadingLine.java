package uk.smets.mam.csv.internal.lenient;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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

/** The line of a table that names its columns. */
public final class HeadingLine {
    private final List<DocumentField> fields;
    private final Reporter reporter;
    private final int[] places;
    private final int columns;
    private final int named;
    private final Collection<DocumentField> unmatched;

    /**
     * Reads the line, and reports what is wrong with its headings.
     *
     * @param columns how many columns there are
     * @param named how many up to the last that has a heading
     * @param cells the headings
     * @param headings which heading stands for which field
     * @param reporter stands at the line
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
                            + " both have a heading for it: leave one of them out");
            return;
        }
        places[index] = place;
    }

    private void reportUnknown(String heading, int place, boolean first) {
        String column = "column " + (place + 1);
        if (Headings.key(heading).isEmpty()) {
            reporter.line(Rule.COLUMN_UNKNOWN, column + " has no heading and is left out");
        } else if (first) {
            reporter.line(
                    Rule.COLUMN_UNKNOWN,
                    Severity.WARNING,
                    heading,
                    column
                            + " is left out, because its heading is not that of a field: name it in the mapping if it"
                            + " is one");
        } else {
            reporter.line(
                    Rule.COLUMN_UNKNOWN,
                    Severity.ERROR,
                    heading,
                    column + " has the heading of an earlier one: give each its own");
        }
    }

    private void reportUnmatched(String heading, DocumentField field, Collection<String> found) {
        reporter.earlierField(
                Rule.COLUMN_MISSING,
                field,
                reporter.line(),
                heading,
                "no column has the heading that the mapping names for this field"
                        + NearestHeading.advice(heading, found));
    }

    /** Reports as a warning which fields have no column. */
    public void warnOfAbsent() {
        String absent = fields.stream()
                .filter(field -> !has(field) && !unmatched.contains(field))
                .map(DocumentField::name)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            reporter.line(
                    Rule.COLUMN_MISSING,
                    Severity.WARNING,
                    "no column is for " + absent + ": these fields are omitted in every row");
        }
    }

    /** Reports an error where no column is for any of some fields. */
    public void require(String what, DocumentField... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(field -> has(field) || unmatched.contains(field))) {
            String names = Arrays.stream(anyOf).map(DocumentField::name).collect(Collectors.joining(" or "));
            reporter.line(
                    Rule.COLUMN_MISSING,
                    "no column names " + what + ": add one with the heading " + names + ", or name it in the mapping");
        }
    }

    private boolean has(DocumentField field) {
        return places[field.number() - 1] >= 0;
    }

    /** Where a record has a field, by the field's index; negative where no column is for it. */
    public int place(int index) {
        return places[index];
    }

    /** Whether a record has a value for no column, or not a value for each. */
    public boolean isOtherWidth(LenientRecords record) {
        return record.used() > columns || record.count() < named;
    }

    public int columns() {
        return columns;
    }

    /** How many columns there are up to the last that has a heading: a record has at least as many fields. */
    public int named() {
        return named;
    }

    /** Of some columns those that are left out. */
    public BitSet leftOut(BitSet some) {
        BitSet leftOut = (BitSet) some.clone();
        for (int place : places) {
            if (place >= 0) {
                leftOut.clear(place);
            }
        }
        return leftOut;
    }

    /** Reports a quote without a second one in one of some columns. */
    public static boolean reportsStrayQuote(BitSet stray, Reporter reporter) {
        if (stray.isEmpty()) {
            return false;
        }
        reporter.line(
                Rule.QUOTING,
                "column " + (stray.nextSetBit(0) + 1)
                        + " has a quote without a second one in an unquoted value: quote the"
                        + " whole value, and double quotes that belong to it");
        return true;
    }
}
