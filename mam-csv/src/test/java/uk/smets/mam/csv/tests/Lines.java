package uk.smets.mam.csv.tests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Files as text, so that a test can write values that a typed row cannot have. They are sound until a test changes them. */
final class Lines {
    static final String USER_ID = "70-B3-D5-1F-30-00-A0-01";
    static final String HEADER = USER_ID + "\nYES\nCGI\n";
    static final int FIRST_ROW = 4;

    static final String MPAN = "1312345678907";
    static final String OTHER_MPAN = "2012345678385";
    static final String MPRN = "3938424403";
    static final String OTHER_MPRN = "1000000210";
    static final String WEEK = "20190805";
    static final String SERIAL = "92138495837459283749582734958273495827";
    static final String NON_CRITICAL_SERIAL = "92138495837459283749582734958273495828";
    static final String ISSUER = "CN=Z1,OU=07";

    private Lines() {}

    /** The 25 values of a row without quotes; fields have their numbers in clause 7.2.3. */
    record Row(List<String> fields) {
        Row with(int number, String value) {
            String[] copy = fields.toArray(String[]::new);
            copy[number - 1] = value;
            return new Row(List.of(copy));
        }

        Row without(int... numbers) {
            Row row = this;
            for (int number : numbers) {
                row = row.with(number, "");
            }
            return row;
        }

        /** The row as a line without a line end; values are quoted if RFC 4180 requires it. */
        String line() {
            return fields.stream().map(Lines::quotedIfNeeded).collect(Collectors.joining(","));
        }

        /** The row as a line in which one field is exactly the given text, including quotes. */
        String lineWithRaw(int number, String raw) {
            String[] written = fields.stream().map(Lines::quotedIfNeeded).toArray(String[]::new);
            written[number - 1] = raw;
            return String.join(",", written);
        }
    }

    static String quotedIfNeeded(String value) {
        return value.contains(",") || value.contains("\"") ? quoted(value) : value;
    }

    static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /** A row with both meter points and the supplier's certificates of all three devices. */
    static Row dualFuel() {
        String[] fields = new String[25];
        Arrays.fill(fields, "");
        fields[0] = MPAN;
        fields[1] = MPRN;
        fields[3] = WEEK;
        for (int critical : new int[] {6, 14, 22}) {
            fields[critical - 1] = SERIAL;
            fields[critical] = ISSUER;
            fields[critical + 1] = NON_CRITICAL_SERIAL;
            fields[critical + 2] = ISSUER;
        }
        return new Row(List.of(fields));
    }

    static Row electricity() {
        return dualFuel().without(2, 14, 15, 16, 17, 22, 23, 24, 25);
    }

    static Row gas() {
        return dualFuel().without(1, 6, 7, 8, 9);
    }

    /** A file of the header and these lines, each with LF at its end. */
    static byte[] file(String... lines) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String line : lines) {
            text.append(line).append('\n');
        }
        return bytes(text.toString());
    }

    static byte[] file(Row... rows) {
        return file(Arrays.stream(rows).map(Row::line).toArray(String[]::new));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The findings of a file in its order, each in the form {@code 4:1 ERROR MPAN_FORMAT}. */
    static List<String> found(byte[] file) {
        return found(file, ValidationOptions.defaults());
    }

    static List<String> found(byte[] file, ValidationOptions options) {
        return found(Unnamed.validate(file, options));
    }

    static List<String> found(ValidationReport report) {
        return report.findings().stream().map(Places::describe).toList();
    }

    static List<String> found(Row... rows) {
        return found(file(rows));
    }

    /** The message of the only finding. */
    static String message(byte[] file) {
        return onlyMessage(Unnamed.validate(file));
    }

    static String onlyMessage(ValidationReport report) {
        if (report.findings().size() != 1) {
            throw new AssertionError("expected one finding, and there are " + report.findings());
        }
        return report.findings().get(0).message();
    }
}
