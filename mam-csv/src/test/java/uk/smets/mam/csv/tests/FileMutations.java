package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes bytes, fields, quotes, separators and lines of files. Every byte is one character here. */
final class FileMutations {
    private static final String[] PIECES = {
        ",",
        ",,",
        ";",
        "\t",
        "|",
        "\"",
        "\"\"",
        "\"\"\"",
        "\n",
        "\r",
        "\r\n",
        " ",
        "  ",
        "\0",
        "\u001A",
        "\u0001",
        "\u007F",
        "'",
        "=",
        "=\"",
        "\"x",
        "x\"",
        "Y",
        "y",
        "0",
        "-",
        "+",
        ".",
        "E+12",
        "MPAN",
        "TOTAL",
        "sep=,",
        "\u00E9",
        "\uFEFF",
        "\u00A0",
        "\u2013",
        "\u201C",
        "\u201D",
        "\uFF11",
        "\u00B2",
        "\u200B",
        "1312345678907",
        "3938424403",
        "20190805",
        "20190806",
        "05/08/2019",
        "2019-08-05",
        "CN=Z1,OU=07",
        "\"CN=Z1,OU=07\"",
        Lines.USER_ID,
        "YES",
        "NO",
        "CGI",
        "BTG",
        ",,,,,,,,,,,,,,,,,,,,,,,,",
        ";;;;;;;;;;;;;;;;;;;;;;;;"
    };

    private static final String EVERYTHING = everything();

    private final Random random;
    private final List<byte[]> samples;

    FileMutations(Random random) {
        this.random = random;
        samples = Samples.all().stream().map(FileMutations::kept).toList();
    }

    private static byte[] kept(Path file) {
        byte[] bytes = Samples.read(file);
        return bytes.length > 20_000 ? Arrays.copyOf(bytes, 20_000) : bytes;
    }

    /** A row with all twenty-five fields. */
    static String everything() {
        Lines.Row row = Lines.dualFuel().with(3, "20190807").with(5, "Y");
        for (int number = 6; number <= 25; number += 2) {
            row = row.with(number, Integer.toString(57_000 + number)).with(number + 1, Lines.ISSUER);
        }
        return row.line();
    }

    /** A sample or generated rows, changed in one or more places. */
    byte[] file() {
        return changed(start());
    }

    /** The file, changed in one or more places. */
    byte[] changed(byte[] file) {
        String text = text(file);
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            text = changed(text);
        }
        return encoded(text);
    }

    private byte[] start() {
        return switch (random.nextInt(4)) {
            case 0 -> RecordList.file(Lines.HEADER, RecordList.of(random.nextLong(), 1 + random.nextInt(8)));
            case 1 ->
                Lines.file(EVERYTHING, Lines.dualFuel().line(), Lines.gas().line(), EVERYTHING);
            default -> samples.get(random.nextInt(samples.size()));
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private byte[] encoded(String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        if (random.nextInt(40) > 0) {
            return bytes;
        }
        Charset charset = random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return ((random.nextBoolean() ? "\uFEFF" : "") + text).getBytes(charset);
    }

    private String changed(String text) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> bytes(text);
            case 3, 4, 5 -> inserted(text);
            case 6, 7 -> lines(text);
            case 8, 9 -> fields(text);
            case 10 -> separators(text);
            default -> ends(text);
        };
    }

    private String bytes(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> changed.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
            case 1 -> changed.setCharAt(at, (char) random.nextInt(256));
            case 2 -> changed.deleteCharAt(at);
            default -> changed.delete(at, Math.min(text.length(), at + random.nextInt(80)));
        }
        return changed.toString();
    }

    private String inserted(String text) {
        String piece = text(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
        return new StringBuilder(text)
                .insert(random.nextInt(text.length() + 1), piece.repeat(random.nextInt(8) == 0 ? 3 : 1))
                .toString();
    }

    private String lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.add(at, lines.get(other));
            case 1 -> lines.remove(at);
            case 2 -> Collections.swap(lines, at, other);
            case 3 -> lines.add(at, randomLine());
            default -> lines.add(at, "\n");
        }
        return String.join("", lines);
    }

    private String randomLine() {
        String[] lines = text(samples.get(random.nextInt(samples.size()))).split("(?<=\n)", -1);
        return lines[random.nextInt(lines.length)];
    }

    private String fields(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        List<String> fields = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
        int at = random.nextInt(fields.size());
        int other = random.nextInt(fields.size());
        switch (random.nextInt(6)) {
            case 0 -> fields.set(at, fields.get(other));
            case 1 -> fields.set(at, text(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8)));
            case 2 -> fields.remove(at);
            case 3 -> fields.set(at, Lines.quoted(fields.get(at)));
            case 4 -> fields.replaceAll(field -> field.startsWith("\"") ? field : Lines.quoted(field));
            default -> Collections.swap(fields, at, other);
        }
        lines.set(line, String.join(",", fields));
        return String.join("\n", lines);
    }

    private String separators(String text) {
        char separator = ";\t| ".charAt(random.nextInt(4));
        if (random.nextInt(3) == 0) {
            return text.replace(',', separator);
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        String changed = switch (random.nextInt(3)) {
            case 0 -> lines.get(line).replace(',', separator);
            case 1 -> Lines.quoted(lines.get(line));
            default -> lines.get(line) + ",".repeat(1 + random.nextInt(30));
        };
        lines.set(line, changed);
        return String.join("\n", lines);
    }

    private String ends(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> text.replace("\n", "\r\n");
            case 1 -> text.replace('\n', '\r');
            case 2 -> text.substring(0, random.nextInt(text.length() + 1));
            case 3 -> text + "\0".repeat(1 + random.nextInt(5));
            case 4 -> text + "\u001A";
            default -> text(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}) + text;
        };
    }
}
