package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/**
 * A line has the same meaning after any other lines. The reader does not check fields again that repeat those of the line before, which
 * must not change the result.
 */
class RepeatedFieldsTest {
    /** The size of the reader's buffer; a line that extends past its end is moved to its start and read on. */
    private static final int BUFFER = 128 * 1024;

    /** Rules that a single line cannot break, or that every file of one line breaks. */
    private static final Set<Rule> OF_THE_FILE =
            EnumSet.of(Rule.MPXN_DUPLICATE, Rule.MIGRATION_WEEKS_MIXED, Rule.LINE_END, Rule.NO_ROWS);

    private static final ValidationOptions OPTIONS = OF_THE_FILE.stream()
            .reduce(
                    ValidationOptions.defaults().findingsKept(Integer.MAX_VALUE),
                    ValidationOptions::without,
                    (one, other) -> one);

    /** The findings of lines, and their rows if they are sound. */
    private record Meaning(List<String> findings, List<MigrationAuthorisationRow> rows) {}

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyLineIsReadAsIfAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 14) int size,
            @ForAll @IntRange(min = 1, max = 9_000) int piece)
            throws IOException {
        List<RecordList.RawLine> records = RecordList.of(seed, size);
        assertLinesAreReadAsIfAlone("", 0, records, piece, seed);
    }

    @Property(tries = 80, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyLineIsReadAsIfAloneAtTheEndOfTheBuffer(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 10) int size,
            @ForAll @IntRange(min = 0, max = 3_000) int distance,
            @ForAll @IntRange(min = 1, max = 400_000) int piece)
            throws IOException {
        List<RecordList.RawLine> records = RecordList.of(seed, size);
        assertLinesAreReadAsIfAlone(fillerUpTo(BUFFER - distance), 2, records, piece, seed);
    }

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyLineIsReadAsIfAloneAfterLinesLongerThanTheBuffer(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 6) int size,
            @ForAll @IntRange(min = -700, max = 700) int distance,
            @ForAll @IntRange(min = 20_000, max = 400_000) int piece)
            throws IOException {
        List<RecordList.RawLine> records = RecordList.of(seed, size);
        assertLinesAreReadAsIfAlone(fillerUpTo(2 * BUFFER + distance), 4, records, piece, seed);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void repeatedRowsLongerThanTheBufferAreReadAsIfAlone(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int size,
            @ForAll @IntRange(min = 100, max = 20_000) int length,
            @ForAll @IntRange(min = 20_000, max = 600_000) int piece)
            throws IOException {
        List<RecordList.RawLine> records = RecordList.of(seed, size).stream()
                .map(record -> new RecordList.RawLine(stretched(record.text(), length), record.end()))
                .toList();
        assertLinesAreReadAsIfAlone("", 0, records, piece, seed);
    }

    private static void assertLinesAreReadAsIfAlone(
            String filler, int fillers, List<RecordList.RawLine> records, int piece, long seed) throws IOException {
        byte[] file = RecordList.file(Lines.HEADER + filler, records);
        Meaning expected = new Meaning(new ArrayList<>(), new ArrayList<>());
        long line = (long) Lines.FIRST_ROW + fillers;
        for (RecordList.RawLine record : records) {
            byte[] alone = RecordList.file(Lines.HEADER, List.of(record));
            Meaning meaning = meaning(new DripInput(alone, alone.length, 0), line - Lines.FIRST_ROW);
            expected.findings.addAll(meaning.findings);
            expected.rows.addAll(meaning.rows);
            line++;
        }

        Meaning actual = meaning(new DripInput(file, piece, seed), 0);

        assertThat(actual.findings).isEqualTo(expected.findings);
        assertThat(actual.rows.subList(fillers, actual.rows.size())).isEqualTo(expected.rows);
        assertThat(validated(file, piece, seed)).containsExactlyInAnyOrderElementsOf(expected.findings);
    }

    private static Meaning meaning(InputStream stream, long linesBefore) throws IOException {
        Meaning meaning = new Meaning(new ArrayList<>(), new ArrayList<>());
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(stream, OPTIONS, finding -> meaning.findings.add(describe(finding, linesBefore)))) {
            reader.forEach(meaning.rows::add);
        }
        return meaning;
    }

    private static List<String> validated(byte[] file, int piece, long seed) throws IOException {
        return Unnamed.validate(new DripInput(file, piece, seed + 1), OPTIONS).findings().stream()
                .map(finding -> describe(finding, 0))
                .toList();
    }

    private static String describe(Finding finding, long linesBefore) {
        return (Places.line(finding) + linesBefore) + ":" + Places.field(finding) + " " + finding.severity() + " "
                + finding.rule() + " " + finding.found() + " " + finding.message();
    }

    /** Sound rows that, with the header, have the given size; each has two long fields, which are repeated. */
    private static String fillerUpTo(int size) {
        int rows = size > BUFFER + 30_000 ? 4 : 2;
        int room = size - Lines.HEADER.length();
        StringBuilder filler = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int length = (room - filler.length()) / (rows - i);
            int rest =
                    length - Lines.electricity().with(7, "").with(9, "").line().length() - 1;
            filler.append(Lines.electricity()
                            .with(7, "CN=" + "x".repeat(rest / 2 - 3))
                            .with(9, "CN=" + "x".repeat(rest - rest / 2 - 3))
                            .line())
                    .append('\n');
        }
        return filler.toString();
    }

    /** The line with longer values in its long fields. */
    private static byte[] stretched(byte[] text, int length) {
        return new String(text, StandardCharsets.ISO_8859_1)
                .replace("x".repeat(200), "x".repeat(length))
                .replace("CN=Z1,OU=07", "CN=Z1,OU=07" + "y".repeat(length))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
