package uk.smets.mam.csv;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Finds out what the fields of a file are separated by. The MAM's comma has the first say. */
final class Delimiters {
    private static final char[] CHOICES = {',', ';', '\t'};

    private Delimiters() {}

    /** The delimiter of a body: another than the comma only where commas give no row. */
    static char ofBody(List<String> lines, int fieldLimit) throws IOException {
        int columns = MigrationAuthorisationTable.FIELDS.size();
        for (char delimiter : CHOICES) {
            int rows = count(lines, delimiter, fieldLimit, record -> isRow(record, columns) ? 1 : 0);
            if (rows > 0) {
                return delimiter;
            }
        }
        return CHOICES[0];
    }

    private static boolean isRow(LenientRecords record, int columns) {
        return record.count() >= columns && record.used() <= columns && record.used() > 1;
    }

    /** The delimiter of a line of headings: the one that gives the most that are known. */
    static char ofHeadings(String line, Headings headings, int fieldLimit) throws IOException {
        char best = CHOICES[0];
        int most = 0;
        for (char delimiter : CHOICES) {
            int known = count(List.of(line), delimiter, fieldLimit, record -> known(record, headings));
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }

    private static int known(LenientRecords record, Headings headings) {
        int known = 0;
        for (int i = 0; i < Math.min(record.count(), LenientRecords.MOST_FIELDS); i++) {
            known += headings.find(record.field(i)).isPresent() ? 1 : 0;
        }
        return known;
    }

    private static int count(List<String> lines, char delimiter, int fieldLimit, ToIntFunction<LenientRecords> points)
            throws IOException {
        Iterator<String> left = lines.iterator();
        Lines source = () -> left.hasNext() ? new Lines.Line(1, left.next(), false) : null;
        int sum = 0;
        try (LenientRecords records = new LenientRecords(source, delimiter, fieldLimit, true)) {
            while (records.next()) {
                sum += points.applyAsInt(records);
            }
        }
        return sum;
    }

    /** A delimiter's name for people. */
    static String name(char delimiter) {
        return delimiter == '\t' ? "tab" : delimiter == ';' ? "semicolon" : "comma";
    }
}
