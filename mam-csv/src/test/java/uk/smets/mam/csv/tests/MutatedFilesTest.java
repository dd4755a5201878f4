package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Mutation test: each line of a changed file is read as if it were the only line, and all methods of reading agree. */
class MutatedFilesTest {
    private static final int FIELDS = 25;
    private static final ValidationOptions OPTIONS =
            ValidationOptions.defaults().findingsKept(Integer.MAX_VALUE);
    private static final ValidationOptions ROWS_ALONE =
            OPTIONS.without(Rule.MPXN_DUPLICATE).without(Rule.MIGRATION_WEEKS_MIXED);

    /** Rules that are reported once for a file, at the first or the last line concerned. */
    private static final Set<Rule> OF_THE_FILE = EnumSet.of(Rule.LINE_END, Rule.FINAL_LINE_END, Rule.HEADER_INCOMPLETE);

    /** Rules about properties that a written document no longer has. */
    private static final Set<Rule> OF_THE_BYTES =
            EnumSet.of(Rule.BLANK_LINE, Rule.FINAL_LINE_END, Rule.USER_ID_CASE, Rule.LINE_END, Rule.FIELD_PADDED);

    private static final Pattern LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n|$)");

    private final List<String> otherDelimiters = Stream.of("semicolons", "tabs", "vertical bars")
            .map(sample -> MessageListing.pinned(Rule.FIELD_COUNT, sample))
            .toList();

    /** The start of the message about NULs at the end of a file, which is about no single line. */
    private final String padding =
            MessageListing.pinned(Rule.CONTROL_CHARACTER, "Ctrl-Z at the end").split(",", -1)[0];

    /** The findings of a line, and its row if it has one. */
    private record Meaning(List<String> findings, List<MigrationAuthorisationRow> rows) {}

    @Test
    void mutatedFilesAreReadLineByLineAndAllMethodsOfReadingAgree() {
        MutationRun.of("mutated files", 1_500, seed -> {
            Random random = new Random(seed);
            check(new FileMutations(random).file(), random);
        });
    }

    @Test
    void everyEditOfOneByteOfARowAffectsOnlyThatRow() {
        String row = FileMutations.everything();
        MutationRun.of("edits of a row", 800, seed -> {
            String edited = edited(row, spread(seed));
            String text = Lines.HEADER + Lines.gas().line() + "\n" + edited + "\n" + row + "\n";
            check(text.getBytes(ISO_8859_1), new Random(seed));
        });
    }

    @Test
    void everyEditOfOneByteOfTheHeaderLeavesTheRowsUnchanged() {
        String rows = FileMutations.everything() + "\n" + Lines.gas().line() + "\n";
        MutationRun.of("edits of the header", 800, seed -> {
            String text = edited(Lines.HEADER, spread(seed)) + rows;
            check(text.getBytes(ISO_8859_1), new Random(seed));
        });
    }

    /** Spreads consecutive seeds over the edits, so that a short run covers all parts of the text. */
    private static long spread(long seed) {
        return seed * 7_919;
    }

    /** One of all edits of one byte: replaced, inserted before it, or removed. */
    private static String edited(String text, long number) {
        int kinds = 2 * 256 + 1;
        int at = (int) Math.floorMod(number / kinds, (long) text.length());
        int kind = (int) Math.floorMod(number, (long) kinds);
        String piece = kind == 512 ? "" : String.valueOf((char) (kind % 256));
        return text.substring(0, at) + piece + text.substring(kind >= 256 && kind < 512 ? at : at + 1);
    }

    private void check(byte[] file, Random random) throws IOException {
        ValidationReport report = Unnamed.validate(file, OPTIONS);
        report.findings().forEach(Severities::requireAsCatalogued);
        assertFindingsPointInsideTheFile(report, file);
        List<Finding> heard = new ArrayList<>();
        Map<Long, MigrationAuthorisationRow> rows = streamed(file, OPTIONS, random, heard);
        assertThat(sorted(heard)).as("streamed").isEqualTo(sorted(report.findings()));
        assertParsedAsValidated(file, report, rows);
        assertLinesAreReadAsIfAlone(file, random);
    }

    private static Map<Long, MigrationAuthorisationRow> streamed(
            byte[] file, ValidationOptions options, Random random, List<Finding> heard) throws IOException {
        Map<Long, MigrationAuthorisationRow> rows = new TreeMap<>();
        DripInput input = new DripInput(file, 1 + random.nextInt(file.length + 1), random.nextLong());
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(input, options, heard::add)) {
            reader.forEach(row -> rows.put(reader.line(), row));
        }
        return rows;
    }

    private static void assertFindingsPointInsideTheFile(ValidationReport report, byte[] file) {
        long lines = Math.max(lines(new String(file, ISO_8859_1)).size(), 1);
        for (Finding finding : report.findings()) {
            assertThat(Places.line(finding)).as("%s", finding).isBetween(0L, lines);
            assertThat(Places.field(finding)).as("%s", finding).isBetween(0, FIELDS);
            assertThat(finding.message()).isNotBlank().doesNotContain("Exception");
        }
        assertThat(report.omitted()).isZero();
    }

    private static void assertParsedAsValidated(
            byte[] file, ValidationReport report, Map<Long, MigrationAuthorisationRow> rows) throws IOException {
        try {
            MigrationAuthorisation document = Unnamed.parse(file, OPTIONS);
            assertThat(report.errors()).as("parsed").isZero();
            assertThat(document.rows()).isEqualTo(List.copyOf(rows.values()));
            assertIsWrittenAndReadBack(document, report);
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report()).isEqualTo(report);
            assertThat(report.errors()).as("refused").isPositive();
        }
    }

    private static void assertIsWrittenAndReadBack(MigrationAuthorisation document, ValidationReport report)
            throws IOException {
        ValidationReport checked = document.check(OPTIONS);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.write(written, OPTIONS);
        byte[] bytes = written.toByteArray();
        assertThat(Unnamed.parse(bytes, OPTIONS)).isEqualTo(document);
        assertThat(described(Unnamed.validate(bytes, OPTIONS).findings()))
                .as("checked")
                .isEqualTo(described(checked.findings()));
        assertThat(numbers(checked)).as("numbers").isEqualTo(numbers(report));
    }

    private static Map<Rule, Long> numbers(ValidationReport report) {
        Map<Rule, Long> numbers = new EnumMap<>(Rule.class);
        numbers.putAll(report.counts());
        OF_THE_BYTES.forEach(numbers::remove);
        return numbers;
    }

    private void assertLinesAreReadAsIfAlone(byte[] file, Random random) throws IOException {
        if (isUtf16(file)) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        Map<Long, MigrationAuthorisationRow> rows = streamed(file, ROWS_ALONE, random, findings);
        long bodyRows = Unnamed.validate(file, ROWS_ALONE).rows();
        List<String> lines = lines(new String(file, ISO_8859_1));
        boolean otherDelimiter = false;
        for (int number : body(lines, bodyRows)) {
            if (lines.get(number - 1).startsWith("\u00EF\u00BB\u00BF")) {
                // At the start of a file this is a byte order mark; in any other line it is part of the row.
                continue;
            }
            byte[] alone = (Lines.HEADER + lines.get(number - 1)).getBytes(ISO_8859_1);
            Meaning expected = alone(alone, random);
            MigrationAuthorisationRow row = rows.get((long) number);
            Meaning met = new Meaning(ofLine(findings, number), row == null ? List.of() : List.of(row));
            if (findings.stream().anyMatch(each -> isHeaderMissingAt(each, number))) {
                // A row in place of a header line is checked but not returned.
                expected = new Meaning(expected.findings, List.of());
            }
            if (otherDelimiter) {
                // Another delimiter is reported once, for the first row that has it.
                expected = withoutDelimiter(expected);
                met = withoutDelimiter(met);
            }
            assertThat(withoutAdvice(met)).as("line %d", number).isEqualTo(withoutAdvice(expected));
            otherDelimiter |= met.findings.stream().anyMatch(this::namesADelimiter);
        }
    }

    private Meaning withoutDelimiter(Meaning meaning) {
        return new Meaning(
                meaning.findings.stream()
                        .filter(finding -> !namesADelimiter(finding))
                        .toList(),
                meaning.rows);
    }

    /** Whether another delimiter is repairable depends on the rows before: a repair uses one delimiter for the whole file. */
    private Meaning withoutAdvice(Meaning meaning) {
        return new Meaning(
                meaning.findings.stream()
                        .map(finding ->
                                namesADelimiter(finding) ? finding.replaceFirst(" (true|false) ", " ") : finding)
                        .toList(),
                meaning.rows);
    }

    private boolean namesADelimiter(String finding) {
        return otherDelimiters.stream().anyMatch(finding::endsWith);
    }

    private static boolean isHeaderMissingAt(Finding finding, long line) {
        return finding.rule() == Rule.HEADER_INCOMPLETE && Places.line(finding) == line;
    }

    private Meaning alone(byte[] file, Random random) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<Long, MigrationAuthorisationRow> rows = streamed(file, ROWS_ALONE, random, findings);
        return new Meaning(ofLine(findings, Lines.FIRST_ROW), List.copyOf(rows.values()));
    }

    private static boolean isUtf16(byte[] file) {
        int zeros = 0;
        for (byte b : file) {
            zeros += b == 0 ? 1 : 0;
        }
        boolean marked = file.length > 1 && (file[0] & 0xFF) + (file[1] & 0xFF) == 0xFF + 0xFE;
        return marked || zeros > file.length / 4;
    }

    private List<String> ofLine(List<Finding> findings, long line) {
        return findings.stream()
                .filter(finding -> Places.line(finding) == line && !OF_THE_FILE.contains(finding.rule()))
                .filter(finding -> !finding.message().startsWith(padding))
                .map(MutatedFilesTest::described)
                .toList();
    }

    private static String described(Finding finding) {
        return Places.field(finding) + " " + finding.severity() + " " + finding.rule() + " " + finding.found() + " "
                + finding.repairable() + " " + finding.message();
    }

    private static List<String> described(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Places.line(finding) + ":" + described(finding))
                .toList();
    }

    private static List<String> sorted(List<Finding> findings) {
        return described(findings).stream().sorted().toList();
    }

    /** The numbers of the lines of the body: the last lines with content. */
    private static List<Integer> body(List<String> lines, long rows) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean padding = i == lines.size() - 1 && line.matches("[\0\u001A]*");
            if (!line.matches("[\r\n]*") && !padding) {
                numbers.add(i + 1);
            }
        }
        return numbers.subList((int) Math.max(0, numbers.size() - rows), numbers.size());
    }

    /** The lines with their line ends. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
        return lines;
    }
}
