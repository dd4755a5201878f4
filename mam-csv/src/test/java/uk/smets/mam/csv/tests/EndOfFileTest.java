package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;

/** After the last line, a reader reports the end of the file each time it is called. */
class EndOfFileTest {
    @Test
    void readerReturnsNoRowEachTimeItIsCalledAfterTheLastRow() throws IOException {
        byte[] file = Lines.file(Lines.dualFuel());
        List<String> findings = new ArrayList<>();
        try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader = Unnamed.open(
                new ByteArrayInputStream(file),
                ValidationOptions.defaults(),
                finding -> findings.add(Places.describe(finding)))) {
            assertThat(reader.read()).isPresent();
            assertThat(reader.read()).isEmpty();
            assertThat(reader.read()).isEmpty();
            assertThat(reader.iterator().hasNext()).isFalse();
            assertThat(reader.line()).isEqualTo(4);
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"70-B3-D5-1F-30-00-A0-01", "70-B3-D5-1F-30-00-A0-01\n", "70-B3-D5-1F-30-00-A0-01\nYES"})
    void incompleteHeaderIsTheOnlyFinding(String file) {
        assertThat(Lines.found(Lines.bytes(file)))
                .filteredOn(finding -> !finding.endsWith("INFO FINAL_LINE_END"))
                .containsExactly(file.lines().count() + " ERROR HEADER_INCOMPLETE");
    }
}
