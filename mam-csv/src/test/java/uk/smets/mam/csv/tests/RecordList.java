package uk.smets.mam.csv.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Body lines of every kind, valid and invalid, many of whose fields repeat those of the line before, to test the shortcut for repeated
 * fields. The same seed gives the same lines.
 */
final class RecordList {
    /** A line and its line end. */
    static final class RawLine {
        private final byte[] text;
        private final String end;

        RawLine(byte[] text, String end) {
            this.text = text.clone();
            this.end = end;
        }

        byte[] text() {
            return text.clone();
        }

        String end() {
            return end;
        }
    }

    private static final String[] METER_POINTS = {
        "",
        "1312345678907",
        "2012345678385",
        "1312345678901",
        "9912345678907",
        "131234567890",
        "1.31235E+12",
        " 1312345678907"
    };
    private static final String[] MPRNS = {
        "", "3938424403", "1000000210", "12345", "0", "0001000000210", "39384244O3", "393842440\u0663", "00"
    };
    private static final String[] DATES = {
        "", "20190805", "20190807", "20190811", "20190812", "20190806", "20190231", "05/08/2019", "2019080", "43682"
    };
    private static final String[] PRIORITIES = {"", "", "Y", "y", "YY", " ", "\""};
    private static final String[] SERIALS = {
        "",
        "1",
        "92138495837459283749582734958273495827",
        "0123",
        "0x1F",
        "12345678901234500000000000000000000000",
        "9".repeat(44),
        "9".repeat(45),
        "1,234",
        "-5"
    };
    private static final String[] ISSUERS = {
        "",
        "CN=Z1,OU=07",
        "OU=07,CN=Z1",
        "Z1",
        " CN=Z1",
        "   ",
        "CN=\"Z 1\",OU=07",
        "\"",
        "CN=Z\u20131",
        "CN=\tZ",
        "/OU=07/CN=Z1",
        "x".repeat(200)
    };

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Random random;

    private RecordList(long seed) {
        random = new Random(seed);
    }

    static List<RawLine> of(long seed, int size) {
        return new RecordList(seed).records(size);
    }

    private List<RawLine> records(int size) {
        int chanceOfDefects = random.nextInt(4);
        int chanceOfRepeats = random.nextInt(11);
        List<RawLine> records = new ArrayList<>();
        String[] fields = row(chanceOfDefects);
        for (int i = 0; i < size; i++) {
            if (!chance(chanceOfRepeats, 12)) {
                fields = next(fields, chanceOfDefects, 3 + random.nextInt(9));
            }
            records.add(record(fields, chanceOfDefects));
        }
        return records;
    }

    /** Some new fields, and others from the line before, occasionally from another column. */
    private String[] next(String[] before, int chanceOfDefects, int chanceOfRepeat) {
        String[] fresh = row(chanceOfDefects);
        for (int i = 0; i < fresh.length; i++) {
            if (chance(chanceOfRepeat, 12)) {
                fresh[i] = before[chance(1, 60) ? random.nextInt(before.length) : i];
            }
        }
        return fresh;
    }

    /** The fields as they are written, with their quotes. */
    private String[] row(int chanceOfDefects) {
        String[] row = new String[25];
        for (int i = 0; i < row.length; i++) {
            row[i] = written(pick(values(i), chanceOfDefects));
        }
        return row;
    }

    private static String[] values(int index) {
        return switch (index) {
            case 0 -> METER_POINTS;
            case 1 -> MPRNS;
            case 2, 3 -> DATES;
            case 4 -> PRIORITIES;
            default -> index % 2 == 1 ? SERIALS : ISSUERS;
        };
    }

    private String pick(String[] values, int chanceOfDefects) {
        return values[random.nextInt(chance(chanceOfDefects, 6) ? values.length : 3)];
    }

    private String written(String value) {
        return chance(1, 4) ? Lines.quoted(value) : Lines.quotedIfNeeded(value);
    }

    private RawLine record(String[] fields, int chanceOfDefects) {
        String line = String.join(",", fields);
        if (chance(chanceOfDefects, 12)) {
            line = switch (random.nextInt(8)) {
                case 0 -> "";
                case 1 -> line + ",";
                case 2 -> line.substring(0, random.nextInt(line.length() + 1));
                case 3 -> line.substring(random.nextInt(line.length() + 1));
                case 4 -> String.join(",", Arrays.copyOf(fields, random.nextInt(fields.length) + 1));
                case 5 -> line + ",".repeat(random.nextInt(60));
                case 6 -> "MPAN" + line.substring(Math.max(line.indexOf(','), 0));
                default -> damaged(line);
            };
        }
        byte[] text = line.getBytes(chance(1, 20) ? WINDOWS : StandardCharsets.UTF_8);
        return new RawLine(text, chance(chanceOfDefects, 30) ? (random.nextBoolean() ? "\r\n" : "\r") : "\n");
    }

    private String damaged(String line) {
        int at = random.nextInt(line.length() + 1);
        String piece = new String[] {"\"", "\"\"", ",", "\0", "\u007F", "\u00A0", "\"x\"", " "}[random.nextInt(8)];
        return line.substring(0, at) + piece + line.substring(chance(1, 2) ? at : Math.min(at + 1, line.length()));
    }

    private boolean chance(int of, int in) {
        return random.nextInt(in) < of;
    }

    /** The file of these lines. */
    static byte[] file(String header, List<RawLine> records) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Lines.bytes(header));
        for (RawLine record : separable(records)) {
            file.writeBytes(record.text);
            file.writeBytes(Lines.bytes(record.end));
        }
        return file.toByteArray();
    }

    /** The lines without an empty line after a CR, because its LF would join the CR. */
    private static List<RawLine> separable(List<RawLine> records) {
        List<RawLine> separable = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            RawLine record = records.get(i);
            boolean joined = record.end.equals("\r") && i + 1 < records.size() && records.get(i + 1).text.length == 0;
            separable.add(joined ? new RawLine(record.text, "\r\n") : record);
        }
        return separable;
    }
}
