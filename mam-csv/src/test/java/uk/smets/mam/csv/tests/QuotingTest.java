package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

/** Quoting follows RFC 4180; where it does not, one line is refused and the rest of the file is still read. */
class QuotingTest {
    private static final String SOUND = Lines.electricity().line();
    private static final String OTHER = Lines.gas().line();
    private static final String LAST =
            Lines.electricity().with(1, Lines.OTHER_MPAN).line();

    /** A row whose last field is written as given. */
    private static String withIssuer(String raw) {
        return Lines.dualFuel()
                .with(1, "2278676232781")
                .with(2, Lines.OTHER_MPRN)
                .lineWithRaw(25, raw);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void quoteThatIsNotClosedIsReportedWhereItOpensAndTheNextLineIsRead(int position) {
        String[] lines = {SOUND, OTHER, LAST};
        lines[position] = withIssuer("\"CN=Z1,OU=07");
        byte[] file = Lines.file(lines);

        assertThat(Lines.found(file)).containsExactly(Lines.FIRST_ROW + position + " ERROR QUOTING");
        assertThat(Lines.message(file)).isEqualTo(MessageListing.pinned(Rule.QUOTING, "quote that is not closed"));
        assertThat(Unnamed.validate(file).rows()).isEqualTo(3);
    }

    @Test
    void quoteThatIsNotClosedInALastLineWithoutLineEndIsReported() {
        byte[] file = Lines.bytes(Lines.HEADER + SOUND + "\n" + OTHER + "\n" + withIssuer("\"CN=Z1,OU=07"));

        assertThat(Lines.found(file)).containsExactly("6 ERROR QUOTING", "6 INFO FINAL_LINE_END");
    }

    @Test
    void lineBreakInQuotesRefusesBothOfItsLines() {
        assertThat(Lines.found(Lines.file(withIssuer("\"CN=Z1,\nOU=07\""), OTHER)))
                .containsExactly("4 ERROR QUOTING", "5 ERROR QUOTING", "5 ERROR FIELD_COUNT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "CN=Z1"x     | text after a closing quote
        "CN=Z1" ""   | text after a closing quote
        "CN=Z1""     | quote that is not closed
        CN="Z1"      | quote in an unquoted value
        CN=Z1"       | quote in an unquoted value
        """)
    void eachMisuseOfQuotesHasItsOwnMessage(String raw, String cause) {
        byte[] file = Lines.file(withIssuer(raw), OTHER);

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING");
        assertThat(Lines.message(file)).isEqualTo(MessageListing.pinned(Rule.QUOTING, cause));
    }

    @Test
    void eachFieldWithBadQuotesIsReportedAndTheOthersAreStillChecked() {
        byte[] file = Lines.file(
                Lines.electricity().with(5, "y").lineWithRaw(7, "a\"b").replace(Lines.MPAN, "\"" + Lines.MPAN + "\"z"));

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING", "4 ERROR QUOTING", "4:5 ERROR PRIORITY_VALUE");
        assertThat(Unnamed.validate(file).findings().get(1).message()).contains("field 7 ");
    }

    @Test
    void quoteThatIsClosedByThatOfALaterFieldIsReportedAtItsField() {
        byte[] file = Lines.file(Lines.electricity().with(5, "y").lineWithRaw(7, "\"CN=Z1,OU=07"), OTHER);

        assertThat(Lines.found(file)).allMatch(finding -> finding.equals("4 ERROR QUOTING"));
        assertThat(Unnamed.validate(file).findings().get(0).message()).contains("field 7 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        a"b            | 24
        CN="Z1"        | 24
        CN="Z1",x      | 26
        """)
    void wrongNumberOfFieldsIsReportedIfBadQuotesLeaveNoDoubtAboutIt(String raw, int count) {
        String row = withIssuer(raw);
        byte[] file = Lines.file(count < 25 ? row.substring(row.indexOf(',') + 1) : row, OTHER);

        assertThat(Lines.found(file)).containsExactly("4 ERROR QUOTING", "4 ERROR FIELD_COUNT");
        assertThat(Unnamed.validate(file).findings().get(1).message()).contains(" " + count);
    }

    @ParameterizedTest
    @ValueSource(strings = {" \"CN=Z1,OU=07\"", "CN=Z\"1,OU=07"})
    void fieldsAreNotCountedIfACommaMayBelongToABadlyQuotedValue(String raw) {
        assertThat(Lines.found(Lines.file(withIssuer(raw), OTHER))).isNotEmpty().containsOnly("4 ERROR QUOTING");
    }

    @Test
    void rowWithSemicolonsAsDelimitersHasAWrongNumberOfFields() {
        assertThat(Lines.found(Lines.file(SOUND.replace(',', ';').replace("CN=Z1;OU=07", "CN=Z1,OU=07"))))
                .containsExactly("4 ERROR FIELD_COUNT");
    }

    @Test
    void doubledQuoteInAValueIsOneQuote() {
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
    void rowOfEmptyQuotedValuesIsARowOfOmittedFields() {
        String quotes = "\"\"" + ",\"\"".repeat(24);

        assertThat(Lines.found(Lines.file(quotes))).containsExactly("4 ERROR MPXN_MISSING");
        assertThat(Lines.found(Lines.file(",".repeat(24)))).isEqualTo(Lines.found(Lines.file(quotes)));
    }

    @Test
    void everyFieldMayBeQuoted() {
        String quoted = Lines.dualFuel().fields().stream().map(Lines::quoted).collect(Collectors.joining(","));

        assertThat(Lines.found(Lines.file(quoted))).isEmpty();
        assertThat(Unnamed.parse(Lines.file(quoted))).isEqualTo(Unnamed.parse(Lines.file(Lines.dualFuel())));
    }
}
