package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;

/** Endless fields and lines are findings, and the lines after them are read. */
class LenientLimitsTest {
    private static final ValidationOptions LIMITED =
            ValidationOptions.defaults().fieldLimit(64);

    enum Reader {
        REPAIR("70-B3-D5-1F-30-00-A0-01\nYES\nBRG\n", 4) {
            @Override
            void read(InputStream stream, ValidationOptions options) throws IOException {
                Unnamed.repair(stream, options);
            }
        },
        IMPORT("MPAN,Migrate on\n", 2) {
            @Override
            void read(InputStream stream, ValidationOptions options) throws IOException {
                MigrationAuthorisationHeader header =
                        new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG);
                ExtractImport.of(header).options(options).read(Unnamed.input(stream));
            }
        };

        private final String start;
        private final long firstRow;

        Reader(String start, long firstRow) {
            this.start = start;
            this.firstRow = firstRow;
        }

        abstract void read(InputStream stream, ValidationOptions options) throws IOException;

        List<Finding> errors(InputStream body, ValidationOptions options) {
            InputStream all = new SequenceInputStream(stream(start), body);
            return catchThrowableOfType(InvalidDocumentException.class, () -> read(all, options))
                    .report()
                    .findings()
                    .stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fieldOverTheLimitIsAFindingOfItsLine(Reader reader) {
        List<Finding> errors = reader.errors(stream("1," + "x".repeat(65) + "\n1,x\"y\n"), LIMITED);
        assertThat(errors.get(0).rule()).isEqualTo(Rule.FIELD_TOO_LONG);
        assertThat(errors.get(0).at()).isEqualTo(new Location.Line("stream", reader.firstRow));
        assertThat(errors.get(1).at().toString()).startsWith("stream:" + (reader.firstRow + 1));
    }

    @ParameterizedTest
    @EnumSource
    void quotedFieldOverTheLimitIsAFinding(Reader reader) {
        List<Finding> errors = reader.errors(stream("\"" + "x".repeat(10_000) + "\"\n"), LIMITED);
        assertThat(errors).extracting(Finding::rule).containsExactly(Rule.FIELD_TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource
    void lineOfAMillionCommasIsOneFinding(Reader reader) {
        List<Finding> errors = reader.errors(stream(",".repeat(1_000_000) + "x\n"), ValidationOptions.defaults());
        assertThat(errors).extracting(Finding::rule).containsExactly(Rule.FIELD_COUNT);
    }

    @ParameterizedTest
    @EnumSource
    void endlessFieldIsNotHeldInMemory(Reader reader) {
        List<Finding> errors = reader.errors(
                new SequenceInputStream(new Repeated('x', 1L << 28), stream("\n1,\"\n")), ValidationOptions.defaults());
        assertThat(errors.get(0).rule()).isEqualTo(Rule.FIELD_TOO_LONG);
        assertThat(errors.get(0).at()).isEqualTo(new Location.Line("stream", reader.firstRow));
        assertThat(errors.get(1).rule()).isEqualTo(Rule.QUOTING);
        assertThat(errors.get(1).at()).isEqualTo(new Location.Line("stream", reader.firstRow + 1));
    }

    @ParameterizedTest
    @EnumSource
    void endlessQuotedLinesAreNotHeldInMemory(Reader reader) {
        List<Finding> errors =
                reader.errors(new SequenceInputStream(stream("\""), new Repeated('\n', 300_000)), LIMITED);
        assertThat(errors)
                .extracting(Finding::rule)
                .containsAnyOf(Rule.QUOTING, Rule.FIELD_TOO_LONG)
                .hasSize(1);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    /** The same byte, repeated. */
    private static final class Repeated extends InputStream {
        private final byte repeated;
        private long left;

        Repeated(char repeated, long times) {
            this.repeated = (byte) repeated;
            left = times;
        }

        @Override
        public int read() {
            return left-- > 0 ? repeated : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, repeated);
            left -= count;
            return count;
        }
    }
}
