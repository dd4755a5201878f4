package uk.smets.mam.csv.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Reads inputs that are much larger than the heap of its JVM, and prints a line about each. */
final class HugeInput {
    static final int ROWS = 300_000;

    private HugeInput() {}

    /**
     * Reads inputs, one after the other.
     *
     * @param args for each input, its kind and how it is read
     */
    public static void main(String[] args) throws IOException {
        for (int i = 0; i < args.length; i += 2) {
            switch (args[i + 1]) {
                case "validate" -> print(Unnamed.validate(input(args[i])));
                case "parse" -> print(refusal(args[i]));
                case "any kind" -> print(ofAnyKind(args[i]));
                default -> print(streamed(args[i]));
            }
        }
    }

    private static InputStream input(String kind) {
        byte[] sound = Lines.bytes(Lines.dualFuel().line() + "\n");
        byte[] commas = new byte[1_000_000];
        Arrays.fill(commas, (byte) ',');
        byte[] letters = new byte[1024 * 1024];
        Arrays.fill(letters, (byte) 'x');
        String bad = Lines.dualFuel().with(1, "x").with(5, "y").with(6, "0x1").line() + "\n";
        return switch (kind) {
            case "field" -> body(repeated(letters, 256), new byte[] {'\n'}, sound);
            case "quoted field" -> body(new byte[] {'"'}, repeated(letters, 256), new byte[] {'"', '\n'}, sound);
            case "unclosed field" -> body(new byte[] {'"'}, repeated(letters, 256));
            case "header" -> joined(repeated(letters, 256), new byte[] {'\n'}, Lines.bytes("YES\nCGI\n"), sound);
            case "commas" -> body(commas, new byte[] {'\n'}, sound);
            case "many commas" -> body(repeated(commas, 150), new byte[] {'\r', '\n'}, sound);
            case "bad rows" -> body(repeated(Lines.bytes(bad), ROWS), sound);
            case "blank lines" -> body(repeated(new byte[] {'\n'}, 3_000_000), sound);
            case "rows" -> body(repeated(sound, ROWS));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static InputStream body(Object... parts) {
        return joined(Lines.bytes(Lines.HEADER), joined(parts));
    }

    private static InputStream joined(Object... parts) {
        InputStream all = InputStream.nullInputStream();
        for (Object part : parts) {
            all = new SequenceInputStream(
                    all, part instanceof byte[] bytes ? new ByteArrayInputStream(bytes) : (InputStream) part);
        }
        return all;
    }

    private static InputStream repeated(byte[] unit, long times) {
        return new InputStream() {
            private final long size = unit.length * times;
            private long at;

            @Override
            public int read() {
                return at == size ? -1 : unit[(int) (at++ % unit.length)] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (at == size) {
                    return -1;
                }
                int from = (int) (at % unit.length);
                int count = Math.min(length, unit.length - from);
                System.arraycopy(unit, from, into, offset, count);
                at += count;
                return count;
            }
        };
    }

    private static ValidationReport refusal(String kind) throws IOException {
        try {
            Unnamed.parse(input(kind));
            throw new IllegalStateException("not refused");
        } catch (InvalidDocumentException e) {
            return e.report();
        }
    }

    private static ValidationReport ofAnyKind(String kind) throws IOException {
        return uk.smets.mam.model.Documents.validate(
                Unnamed.input(input(kind)), Unnamed.options(ValidationOptions.defaults()));
    }

    private static String streamed(String kind) throws IOException {
        long[] findings = new long[1];
        long rows = 0;
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(input(kind), ValidationOptions.defaults(), finding -> findings[0]++)) {
            for (MigrationAuthorisationRow row : reader) {
                rows += row.mpan().isPresent() ? 1 : 0;
            }
        }
        return rows + " sound, " + findings[0] + " findings";
    }

    private static void print(ValidationReport report) {
        print(report.rows() + " rows, " + report.counts() + ", kept "
                + report.findings().size() + ", first "
                + Places.describe(report.findings().get(0)));
    }

    private static void print(String words) {
        System.out.println(words);
    }
}
