package uk.smets.mam.csv;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.Reporter;

/** The line of an extract that names its columns. */
final class HeadingLine {
    private static final List<DocumentField> FIELDS = MigrationAuthorisationTable.FIELDS;

    private final int[] places = new int[FIELDS.size()];
    private final int columns;
    private final int named;

    /** Reads the current record, and reports what is wrong with it. */
    HeadingLine(LenientRecords record, Headings headings, Reporter reporter) {
        Arrays.fill(places, -1);
        columns = record.count();
        named = record.used();
        Map<String, String> seen = new LinkedHashMap<>();
        for (int place = 0; place < Math.min(named, LenientRecords.MOST_FIELDS); place++) {
            String heading = record.field(place);
            boolean first = seen.putIfAbsent(Headings.key(heading), heading) == null;
            Optional<DocumentField> field = headings.find(heading);
            if (field.isPresent()) {
                take(field.get(), place, reporter);
            } else {
                reportUnknown(heading, place, first, reporter);
            }
        }
        Map<String, DocumentField> unmatched = headings.unmatched(seen.keySet());
        unmatched.forEach((heading, field) -> reportUnmatched(heading, field, seen.values(), reporter));
        reportAbsent(unmatched.values(), reporter);
    }

    private void take(DocumentField field, int place, Reporter reporter) {
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

    private static void reportUnknown(String heading, int place, boolean first, Reporter reporter) {
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

    private static void reportUnmatched(
            String heading, DocumentField field, Collection<String> found, Reporter reporter) {
        reporter.earlierField(
                Rule.COLUMN_MISSING,
                field,
                reporter.line(),
                heading,
                "no column has the heading that the mapping names for this field"
                        + NearestHeading.advice(heading, found));
    }

    private void reportAbsent(Collection<DocumentField> reported, Reporter reporter) {
        require(
                MigrationAuthorisationTable.MPAN,
                MigrationAuthorisationTable.MPRN,
                "a meter point",
                reported,
                reporter);
        require(
                MigrationAuthorisationTable.MIGRATION_WEEK,
                MigrationAuthorisationTable.MIGRATE_ON,
                "a week",
                reported,
                reporter);
        String absent = FIELDS.stream()
                .filter(field -> !has(field) && !reported.contains(field))
                .map(DocumentField::name)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            reporter.line(
                    Rule.COLUMN_MISSING,
                    Severity.WARNING,
                    "no column is for " + absent + ": these fields are omitted in every row");
        }
    }

    private void require(
            DocumentField one,
            DocumentField other,
            String what,
            Collection<DocumentField> reported,
            Reporter reporter) {
        if (!has(one) && !has(other) && !reported.contains(one) && !reported.contains(other)) {
            reporter.line(
                    Rule.COLUMN_MISSING,
                    "no column names " + what + ": add one with the heading " + one.name() + " or " + other.name()
                            + ", or name it in the mapping");
        }
    }

    private boolean has(DocumentField field) {
        return places[field.number() - 1] >= 0;
    }

    /** Where a record has a field, by the field's index; negative where no column is for it. */
    int place(int index) {
        return places[index];
    }

    /** Whether a record has a value for no column, or not a value for each. */
    boolean isOtherWidth(LenientRecords record) {
        return record.used() > columns || record.count() < named;
    }

    int columns() {
        return columns;
    }

    /** How many columns there are up to the last that has a heading: a record has at least as many fields. */
    int named() {
        return named;
    }

    /** Of some columns those that are left out. */
    BitSet leftOut(BitSet some) {
        BitSet leftOut = (BitSet) some.clone();
        for (int place : places) {
            if (place >= 0) {
                leftOut.clear(place);
            }
        }
        return leftOut;
    }

    /** Reports a quote without a second one in one of some columns. */
    static boolean reportsStrayQuote(BitSet stray, Reporter reporter) {
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
