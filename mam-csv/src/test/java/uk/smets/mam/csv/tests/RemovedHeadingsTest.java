package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.Change;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Repair removes a line of column headings, and never a row that has a heading as a value. */
class RemovedHeadingsTest {
    private static final String HEADER = "70-B3-D5-1F-30-00-A0-01\nYES\nBRG\n";
    private static final String ROW =
            "1312345678907,,,20190805,,11,\"CN=Z1,OU=07\",12,\"CN=Z1,OU=07\",,,,,,,,,,,,,,,,\n";
    private static final String NO_HEADINGS = ",,,,,,,,,,,,,,,,,,,,,,,,\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        MPAN,MPRN,,,,,,,,,,,,,,,,,,,,,,,
        ,MPRN,,Migration Week,,,,,,,,,,,,,,,,,,,,,
        mpan,"Mprn" ,Migrate  on,,,,,,,,,,,,,,,,,,,,,,
        """)
    void lineWithTwoHeadingsAndNoValuesIsRemoved(String line) throws IOException {
        ConvertedDocument repaired = repair(HEADER + line + "\n" + ROW);
        assertThat(repaired.document().rows()).hasSize(1);
        assertThat(repaired.changes())
                .extracting(Change::rule, Change::at, Change::description)
                .containsExactly(tuple(
                        Rule.MPAN_FORMAT,
                        new Location.Line("stream", 4),
                        MessageListing.pinned(Rule.MPAN_FORMAT, "repaired headings after the header")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        `""\n`                      | 0
        `""\n""\n`                 | 0
        `,,,\n`                     | 0
        `"\u00A0"\n`               | 0
        `Our file\n`                | 1
        `""\nOur file\n`           | 1
        `Our file\n""\n\n`        | 1
        `\u00A0\nOur file\n  \n` | 1
        """)
    void blankLinesBeforeTheHeaderAreNotTitles(String before, long titles) throws IOException {
        ConvertedDocument repaired = repair(before.translateEscapes() + HEADER + ROW);
        assertThat(repaired.document().rows()).hasSize(1);
        assertThat(repaired.changes().stream().filter(change -> change.rule() == Rule.USER_ID_FORMAT))
                .hasSize(Math.toIntExact(titles));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  \nOur file\n", "\u00A0\n\nOur file\n"})
    void headerAfterALineOfSpacesAndATitleIsRead(String before) {
        ValidationReport report = Unnamed.validate((before + HEADER + ROW).getBytes(UTF_8));
        assertThat(report.header()).isPresent();
        assertThat(report.counts()).containsOnlyKeys(Rule.BLANK_LINE, Rule.USER_ID_FORMAT);
        assertThat(report.count(Rule.USER_ID_FORMAT)).isOne();
    }

    @Test
    void headingsMayBeInUpperCase() throws IOException {
        String headings = MigrationAuthorisation.fields().stream()
                .map(DocumentField::name)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        assertThat(repair(HEADER + headings + "\n" + ROW).document().rows()).hasSize(1);
    }

    @Test
    void headingsOfTheMamHaveNoDigits() {
        assertThat(MigrationAuthorisation.fields())
                .allSatisfy(field -> assertThat(field.name() + field.jsonName()).doesNotContainPattern("[0-9]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // One heading among values; one heading only; headings with a value, a digit or another text.
                "MPAN,,,20190805,,11,Z1,12,Z1,,,,,,,,,,,,,,,,",
                "MPAN,,,,,,,,,,,,,,,,,,,,,,,,",
                "MPAN,MPRN,,20190805,,,,,,,,,,,,,,,,,,,,,",
                "MPAN,MPRN 2,,,,,,,,,,,,,,,,,,,,,,,",
                "MPAN,MPRN,,,,,Supplier,,,,,,,,,,,,,,,,,,",
                "MPAN,MPRN,\u0661,,,,,,,,,,,,,,,,,,,,,,",
            })
    void anyOtherLineIsARow(String line) {
        ValidationReport report = refused(HEADER + line + "\n" + ROW);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.count(Rule.MPAN_FORMAT)).isOne();
        assertThat(report.findings())
                .allSatisfy(finding -> assertThat(finding.at().toString()).startsWith("stream:4"));
    }

    @Test
    void valueAfterManySpacesIsDetected() {
        String line = NO_HEADINGS.replaceFirst(",", "MPAN" + " ".repeat(300) + "1312345678907,MPRN");
        assertThat(refused(HEADER + line + ROW).rows()).isEqualTo(2);
    }

    @Test
    void headingsWithAnUnclosedQuoteAreRefused() {
        String line = "MPAN,MPRN,\"Migrate on" + NO_HEADINGS;
        assertThat(refused(HEADER + line + ROW).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.QUOTING);
    }

    private static ConvertedDocument repair(String text) throws IOException {
        return Unnamed.repair(new ByteArrayInputStream(text.getBytes(UTF_8)), ValidationOptions.defaults());
    }

    private static ValidationReport refused(String text) {
        return catchThrowableOfType(InvalidDocumentException.class, () -> repair(text))
                .report();
    }
}
