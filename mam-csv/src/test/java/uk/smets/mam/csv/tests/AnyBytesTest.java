package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Any bytes are either read as a document or give findings that point inside the file. */
class AnyBytesTest {
    private static final int FIELDS = 25;
    private static final ValidationOptions OPTIONS =
            ValidationOptions.defaults().findingsKept(Integer.MAX_VALUE);

    @Property(tries = 1_000)
    void anyBytesAreADocumentOrGiveFindingsInTheFile(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
        assertIsDocumentOrFindings(bytes);
    }

    /** Bytes that resemble a file: those that have a meaning in a file, in any order. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyOrderOfMeaningfulBytesIsADocumentOrGivesFindings(@ForAll long seed, @ForAll @IntRange(max = 300) int size)
            throws IOException {
        Random random = new Random(seed);
        String[] pieces = {
            ",",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\r\n",
            " ",
            "\0",
            "Y",
            "1312345678907",
            "20190805",
            "CN=Z1,OU=07",
            Lines.USER_ID,
            "YES",
            "CGI",
            "MPAN",
            "\u00E9",
            "\uFEFF",
            ",,,,,,,,,,,,,,,,,,,,,,,,"
        };
        StringBuilder text = new StringBuilder(random.nextBoolean() ? Lines.HEADER : "");
        for (int i = 0; i < size; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        assertIsDocumentOrFindings(Lines.bytes(text.toString()));
    }

    @Example
    void carriageReturnBeforeHalfACharacterInUtf16EndsALine() throws IOException {
        assertIsDocumentOrFindings(new byte[] {0, '\r', '\n'});
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyDamagedSampleIsADocumentOrGivesFindings(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> samples = Samples.all();
        byte[] bytes = Samples.read(samples.get(random.nextInt(samples.size())));
        if (random.nextInt(4) == 0) {
            String marked = '\uFEFF' + new String(bytes, StandardCharsets.UTF_8);
            bytes = marked.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            bytes = damaged(bytes, random);
        }
        assertIsDocumentOrFindings(bytes);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int removed = Math.min(random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(2), bytes.length - at);
        byte[] added = new byte[random.nextInt(4)];
        random.nextBytes(added);
        for (int i = 0; i < added.length; i++) {
            added[i] = random.nextBoolean() ? (byte) ",\"\n\r 0Y".charAt(random.nextInt(7)) : added[i];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(added);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }

    private static void assertIsDocumentOrFindings(byte[] bytes) throws IOException {
        ValidationReport report = Unnamed.validate(bytes, OPTIONS);
        long lines = Math.max(lines(bytes), 1);
        assertThat(report.findings()).allSatisfy(finding -> {
            assertThat(Places.line(finding)).isBetween(0L, lines);
            assertThat(Places.field(finding)).isBetween(0, FIELDS);
            assertThat(finding.message()).isNotBlank();
        });
        assertThat(report.omitted()).isZero();

        List<Finding> heard = new ArrayList<>();
        List<MigrationAuthorisationRow> rows = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                Unnamed.open(new DripInput(bytes, 9, bytes.length), OPTIONS, heard::add)) {
            reader.forEach(rows::add);
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(report.findings());

        MigrationAuthorisation document = parsed(bytes, report, heard);
        if (document != null) {
            assertThat(document.rows()).isEqualTo(rows);
        }
    }

    private static MigrationAuthorisation parsed(byte[] bytes, ValidationReport report, List<Finding> heard) {
        try {
            MigrationAuthorisation document = Unnamed.parse(bytes, OPTIONS);
            assertThat(report.isSound()).isTrue();
            return document;
        } catch (InvalidDocumentException e) {
            assertThat(e.report()).isEqualTo(report);
            assertThat(heard).anyMatch(finding -> finding.severity() == Severity.ERROR);
            return null;
        }
    }

    /** The number of lines if LF, CR LF and CR end a line. A byte order mark of UTF-16 at least halves the characters. */
    private static long lines(byte[] bytes) {
        // In UTF-16, an LF byte after a CR byte can be a part of the next character, and then the CR ends a line of its
        // own.
        boolean mayBeUtf16 = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0;
        long ends = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean isPair = !mayBeUtf16 && i + 1 < bytes.length && bytes[i + 1] == '\n';
            ends += bytes[i] == '\n' || (bytes[i] == '\r' && !isPair) ? 1 : 0;
        }
        boolean ended = bytes.length == 0 || bytes[bytes.length - 1] == '\n' || bytes[bytes.length - 1] == '\r';
        return ends + (ended ? 0 : 1);
    }
}
