package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.csv.repair.ExtractRecords;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.ValidationOptions;

/** The reader reuses the fields of earlier lines with the same end, which must not change the result for any quoting. */
class RepeatedLineEndsTest {
    private static final List<String> STARTS = List.of(
            "",
            "1,",
            "1,2,",
            " 1 ,\t,",
            ",,",
            "\u201C1\u201D,",
            "\u201C1,",
            "=1,",
            "\u00E9,",
            "1\",",
            "\"1\",",
            "=\"1\",");

    private static final List<String> ENDS = List.of(
            "\"a,b\",c",
            "\"a\"",
            "\"\"",
            "\"\", ,",
            "\"a\"\"b\",\"c\"",
            " \"a\" ,b",
            "\"a\"b,c",
            "a\"b,c",
            "\"a,c",
            "\u201Cb\u201D,\"c\"",
            "=\"007\",\"c\"",
            "\"a\",,,");

    @TempDir
    private Path folder;

    @Test
    void everyLineHasTheSameFieldsAsInAFileOfItsOwn() throws IOException {
        for (String end : ENDS) {
            for (String start : STARTS) {
                String line = start + end;
                Map<Long, String> alone = read(List.of(line));
                // The lines before it include lines with the same end and one with another end.
                Map<Long, String> after = read(List.of("9,8," + end, "7," + end, "\"x\",y", line));
                assertThat(after.get(5L)).as("%s after the same end", line).isEqualTo(alone.get(2L));
            }
        }
    }

    private Map<Long, String> read(List<String> lines) throws IOException {
        Path file = folder.resolve("answers.csv");
        Files.writeString(file, "H,I,J\n" + String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Map<Long, String> read = new HashMap<>();
        try (ExtractRecords records = ExtractRecords.open(file, "H"::equals, ValidationOptions.defaults())) {
            for (Optional<ExtractRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
                read.put(
                        line.get().number(),
                        line.get().fields() + " " + line.get().problem().map(Finding::rule));
            }
        }
        return read;
    }
}
