package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.smets.mam.testing.JavaProcess;

/** Memory use does not depend on the size of the input: all of these inputs are read with a heap of 64 MiB. */
class HugeInputTest {
    private static final int ROWS = HugeInput.ROWS;

    /** The expected line for each input and method of reading. */
    private static final Map<List<String>, String> OUTCOMES = new LinkedHashMap<>();

    static {
        validated("field", "2 rows, {FIELD_COUNT=1, FIELD_TOO_LONG=1}, kept 2, first 4 ERROR FIELD_COUNT");
        validated("quoted field", "2 rows, {FIELD_COUNT=1, FIELD_TOO_LONG=1}, kept 2, first 4 ERROR FIELD_COUNT");
        validated(
                "unclosed field",
                "1 rows, {FINAL_LINE_END=1, QUOTING=1, FIELD_TOO_LONG=1}, kept 3, first 4 ERROR QUOTING");
        validated("header", "1 rows, {FIELD_TOO_LONG=1}, kept 1, first 1:1 ERROR FIELD_TOO_LONG");
        validated("commas", "2 rows, {FIELD_COUNT=1}, kept 1, first 4 ERROR FIELD_COUNT");
        validated("many commas", "2 rows, {LINE_END=1, FIELD_COUNT=1}, kept 2, first 4 ERROR LINE_END");
        validated("blank lines", "1 rows, {BLANK_LINE=3000000}, kept 1000, first 4 WARNING BLANK_LINE");
        String badRows = (ROWS + 1) + " rows, {MPAN_FORMAT=" + ROWS + ", MPXN_DUPLICATE=" + ROWS + ", PRIORITY_VALUE="
                + ROWS + ", CERTIFICATE_SERIAL_FORMAT=" + ROWS + "}, kept 1000, first 4:1 ERROR MPAN_FORMAT";
        validated("bad rows", badRows);
        OUTCOMES.put(List.of("bad rows", "parse"), badRows);
        OUTCOMES.put(List.of("bad rows", "any kind"), badRows);
        OUTCOMES.put(List.of("rows", "stream"), ROWS + " sound, " + (2 * ROWS - 2) + " findings");
    }

    private static void validated(String kind, String outcome) {
        OUTCOMES.put(List.of(kind, "validate"), outcome);
    }

    @Test
    void inputsOfAnySizeAreReadWithTheSameMemory() throws IOException, InterruptedException {
        Object[] work = OUTCOMES.keySet().stream().flatMap(List::stream).toArray();
        List<String> command = JavaProcess.command(List.of("-Xmx64m", "-XX:+UseSerialGC"), HugeInput.class, work);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output).isTrue();
            assertThat(output.lines()).containsExactlyElementsOf(OUTCOMES.values());
        } finally {
            process.destroyForcibly();
        }
    }
}
