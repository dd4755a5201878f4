package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input without end needs no memory without end: each of these runs in a heap of 64 MiB. */
class HugeInputTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    field          | 2 rows, {FIELD_COUNT=1, FIELD_TOO_LONG=1}, kept 2, first 4 ERROR FIELD_COUNT
                    quoted field   | 2 rows, {FIELD_COUNT=1, FIELD_TOO_LONG=1}, kept 2, first 4 ERROR FIELD_COUNT
                    unclosed field | 1 rows, {FINAL_LINE_END=1, QUOTING=1, FIELD_TOO_LONG=1}, kept 3, first 4 ERROR QUOTING
                    header         | 1 rows, {FIELD_TOO_LONG=1}, kept 1, first 1:1 ERROR FIELD_TOO_LONG
                    commas         | 2 rows, {FIELD_COUNT=1}, kept 1, first 4 ERROR FIELD_COUNT
                    many commas    | 2 rows, {LINE_END=1, FIELD_COUNT=1}, kept 2, first 4 ERROR LINE_END
                    """)
    void oneLineOfAnyLengthCostsOneLine(String kind, String outcome) throws Exception {
        assertThat(outcomeOf(kind, "validate")).isEqualTo(outcome);
    }

    @Test
    void millionBadRowsAreAllCountedAndAThousandFindingsKept() throws Exception {
        assertThat(outcomeOf("bad rows", "validate"))
                .isEqualTo("1000001 rows, {MPAN_FORMAT=1000000, MPXN_DUPLICATE=1000000, PRIORITY_VALUE=1000000,"
                        + " CERTIFICATE_SERIAL_FORMAT=1000000}, kept 1000, first 4:1 ERROR MPAN_FORMAT");
    }

    @Test
    void millionBadRowsAreRefusedInTheSameMemory() throws Exception {
        assertThat(outcomeOf("bad rows", "parse"))
                .startsWith("1000001 rows, {MPAN_FORMAT=1000000,")
                .contains("kept 1000");
    }

    @Test
    void linesThatAreEmptyAreCounted() throws Exception {
        assertThat(outcomeOf("blank lines", "validate"))
                .isEqualTo("1 rows, {BLANK_LINE=3000000}, kept 1000, first 4 WARNING BLANK_LINE");
    }

    @Test
    void millionRowsAreStreamed() throws Exception {
        assertThat(outcomeOf("rows", "stream")).isEqualTo("1000000 sound, 1999998 findings");
    }

    private static String outcomeOf(String kind, String way) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeInput.class.getName(),
                        kind,
                        way)
                .redirectErrorStream(true)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output).isTrue();
            return output.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
