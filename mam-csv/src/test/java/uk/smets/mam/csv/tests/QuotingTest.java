package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateSlot;

/** Quotes as RFC 4180 has them; where they are not, one line is lost and not the rest of the file. */
class QuotingTest {
    private static final String SOUND = Lines.electricity().line();
    private static final String OTHER = Lines.gas().line();
    private static final String LAST =
            Lines.electricity().with(1, Lines.OTHER_MPAN).line();

    /** A row whose last field is written so. */
    private static String withIssuer(String raw) {
        return Lines.dualFuel()
                .with(1, "2278676232781")
                .with(2, Lines.OTHER_MPRN)
                .lineWithRaw(25, raw);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void quoteThatIsNotClosedIsReportedWhereItOpenedAndTheNextLineGoesOn(int position) {
        String[] lines = {SOUND, OTHER, LAST};
        lines[position] = withIssuer("\"CN=Z1,OU=07");
        byte[] file = Lines.file(lines);

        assertThat(Lines.found(file)).containsExactly(Lines.FIRST_ROW + position + " ERROR QUOTING");
        assertThat(Lines.message(file)).startsWith("field 25 is quoted, but not closed on its line");
        assertThat(Unnamed.validate(file).rows()).isEqualTo(3);
    }

    @Test
    void quoteThatIsNotClosedInALastLineWithoutEndIsReportedToo() {
        byte[] file = Lines.bytes(Lines.HEADER + SOUND + "\n" + OTHER + "\n" + withIssuer("\"CN=Z1,OU=07"));

        assertThat(Lines.found(file)).containsExactly("6 ERROR QUOTING", "6 INFO FINAL_LINE_END");
    }

    @Test
    void lineBreakInsideQuotesIsRefusedAndCostsItsTwoHalves() {
        assertThat(Lines.found(Lines.file(withIssuer("\"CN=Z1,\nOU=07\""), OTHER)))
                .containsExactly("4 ERROR QUOTING", "5 ERROR QUOTING", "5 ERROR FIELD_COUNT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "CN=Z1"x     | field 25 has text after its closing quote
        "CN=Z1" ""   | field 25 has text after its closing quote
        "CN=Z1""     | field 25 is quoted, but not closed on its line
        CN="Z1"      | field 25 has a quote in an unquoted value
        CN=Z1"       | field 25 has a quote in an unquoted value
        """)
    void eachMisuseOfQuotesIsNamedWithItsField(String raw, String words) {
        byte[] file = Lines.file(withIssuer(raw), OTHER);

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING");
        assertThat(Lines.message(file)).startsWith(words);
    }

    @Test
    void eachFieldWithBadQuotesIsNamedAndTheOthersAreStillChecked() {
        byte[] file = Lines.file(
                Lines.electricity().with(5, "y").lineWithRaw(7, "a\"b").replace(Lines.MPAN, "\"" + Lines.MPAN + "\"z"));

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING", "4 ERROR QUOTING", "4:5 ERROR PRIORITY_VALUE");
        assertThat(Unnamed.validate(file).findings().get(1).message()).startsWith("field 7 ");
    }

    @Test
    void quoteThatClosesAtThatOfALaterFieldSpoilsBothAndNothingElse() {
        byte[] file = Lines.file(Lines.electricity().with(5, "y").lineWithRaw(7, "\"CN=Z1,OU=07"), OTHER);

        assertThat(Lines.found(file)).allMatch(finding -> finding.equals("4 ERROR QUOTING"));
        assertThat(Unnamed.validate(file).findings().get(0).message()).startsWith("field 7 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a"b            | 24
        CN="Z1"        | 24
        CN="Z1",x      | 26
        """)
    void otherNumberOfFieldsIsToldTooWhereTheQuotesLeaveNoDoubtOfIt(String raw, int count) {
        String row = withIssuer(raw);
        byte[] file = Lines.file(count < 25 ? row.substring(row.indexOf(',') + 1) : row, OTHER);

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING", "4 ERROR FIELD_COUNT");
        assertThat(Unnamed.validate(file).findings().get(1).message())
                .startsWith("a row has 25 fields, but this one has " + count + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {" \"CN=Z1,OU=07\"", "CN=Z\"1,OU=07"})
    void fieldsAreNotCountedWhereACommaMayBelongToABadlyQuotedValue(String raw) {
        assertThat(Lines.found(Lines.file(withIssuer(raw), OTHER))).isNotEmpty().containsOnly("4 ERROR QUOTING");
    }

    @Test
    void rowsThatAreSeparatedBySemicolonsHaveAnotherNumberOfFields() {
        assertThat(Lines.found(Lines.file(SOUND.replace(',', ';').replace("CN=Z1;OU=07", "CN=Z1,OU=07"))))
                .containsExactly("4 ERROR FIELD_COUNT");
    }

    @Test
    void doubledQuotesAreOne() {
        byte[] file = Lines.file(withIssuer("\"CN=\"\"Z, 1\"\",OU=07\""));

        assertThat(Lines.found(file)).isEmpty();
        assertThat(Unnamed.parse(file)
                        .rows()
                        .get(0)
                        .certificateIds()
                        .get(CertificateSlot.GSME_SUPPLIER_NON_CRITICAL)
                        .orElseThrow()
                        .issuerName())
                .isEqualTo("CN=\"Z, 1\",OU=07");
    }

    @Test
    void rowOfNothingButQuotesIsARowOfOmittedFields() {
        String quotes = "\"\"" + ",\"\"".repeat(24);

        assertThat(Lines.found(Lines.file(quotes))).containsExactly("4 ERROR MPXN_MISSING");
        assertThat(Lines.found(Lines.file(",".repeat(24)))).isEqualTo(Lines.found(Lines.file(quotes)));
    }

    @Test
    void everythingMayBeQuoted() {
        String quoted = Lines.dualFuel().fields().stream().map(Lines::quoted).collect(Collectors.joining(","));

        assertThat(Lines.found(Lines.file(quoted))).isEmpty();
        assertThat(Unnamed.parse(Lines.file(quoted))).isEqualTo(Unnamed.parse(Lines.file(Lines.dualFuel())));
    }
}
