package uk.smets.mam.csv.internal.lenient;

import java.io.IOException;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;

/** Detects the delimiter of a file. The MAM's comma takes precedence. */
public final class Delimiters {
    private static final char[] CHOICES = {',', ';', '\t', '|'};

    private Delimiters() {}

    /** Returns the possible delimiters. */
    public static Stream<Character> choices() {
        return new String(CHOICES).chars().mapToObj(each -> (char) each);
    }

    /** Returns the delimiter of a body: other than the comma only if commas result in no row. */
    public static char ofBody(List<String> lines, int fieldLimit) throws IOException {
        int columns = MigrationAuthorisationTable.FIELDS.size();
        for (char delimiter : CHOICES) {
            int rows = count(lines, delimiter, fieldLimit, record -> isRow(record, columns) ? 1 : 0);
            if (rows > 0) {
                return delimiter;
            }
        }
        return CHOICES[0];
    }

    /** Returns whether a record has the fields of a row. */
    public static boolean isRow(LenientRecords record, int columns) {
        return record.count() >= columns && record.used() <= columns && record.used() > 1;
    }

    /** Returns the delimiter of an extract: the one with which its first record has the most known headings. */
    public static char ofHeadings(List<String> lines, Predicate<String> isHeading, int fieldLimit) throws IOException {
        char best = CHOICES[0];
        int most = 0;
        for (char delimiter : CHOICES) {
            LenientRecords records = records(lines, delimiter, fieldLimit, false);
            int known = records.next() ? known(records, isHeading) : 0;
            if (known == 0 && records.problem() != RecordCutter.Problem.NONE) {
                // A stray quote is reported as such, not as unknown headings.
                known = knownPieces(lines.get(0), delimiter, isHeading);
            }
            if (known > most) {
                most = known;
                best = delimiter;
            }
        }
        return best;
    }

    private static int known(LenientRecords record, Predicate<String> isHeading) {
        int known = 0;
        for (int i = 0; i < Math.min(record.count(), LenientRecords.MOST_FIELDS); i++) {
            known += isHeading.test(record.field(i)) ? 1 : 0;
        }
        return known;
    }

    private static int count(List<String> lines, char delimiter, int fieldLimit, ToIntFunction<LenientRecords> points)
            throws IOException {
        LenientRecords records = records(lines, delimiter, fieldLimit, true);
        int sum = 0;
        while (records.next()) {
            sum += points.applyAsInt(records);
        }
        return sum;
    }

    private static int knownPieces(String line, char delimiter, Predicate<String> isHeading) {
        return (int) Stream.of(line.split(Pattern.quote(Character.toString(delimiter)), LenientRecords.MOST_FIELDS))
                .filter(isHeading)
                .count();
    }

    private static LenientRecords records(List<String> lines, char delimiter, int fieldLimit, boolean lineIsRecord) {
        ListIterator<String> left = lines.listIterator();
        Lines source = () -> left.hasNext() ? new Lines.Line(left.nextIndex() + 1, left.next(), false) : null;
        return new LenientRecords(source, delimiter, fieldLimit, lineIsRecord);
    }

    /** Returns the name of a delimiter for messages. */
    public static String name(char delimiter) {
        return switch (delimiter) {
            case '\t' -> "tab";
            case ';' -> "semicolon";
            case '|' -> "vertical bar";
            default -> "comma";
        };
    }
}
