package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.testing.MessageListing;

/** Only printable ASCII is allowed (clause 7.1): each byte on its own, and the characters that people mistake for ASCII. */
class CharacterTest {
    private static byte[] issuerWith(int b) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Lines.bytes(Lines.HEADER));
        String[] around = Lines.electricity().lineWithRaw(7, "CN=Z@1").split("@", -1);
        for (int i = 0; i < 2; i++) {
            file.writeBytes(Lines.bytes(around[0]));
            file.write(b);
            file.writeBytes(Lines.bytes(around[1] + "\n"));
        }
        return file.toByteArray();
    }

    private static ValidationReport report(int b) {
        return Unnamed.validate(issuerWith(b), ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE));
    }

    static IntStream controls() {
        return IntStream.concat(IntStream.range(0, 0x20), IntStream.of(0x7F)).filter(b -> b != '\n' && b != '\r');
    }

    static IntStream bytesAboveAscii() {
        return IntStream.rangeClosed(0x80, 0xFF);
    }

    static IntStream printable() {
        return IntStream.rangeClosed(' ', '~').filter(b -> b != '"' && b != ',');
    }

    @ParameterizedTest
    @MethodSource("controls")
    void controlCharacterIsAnErrorThatNamesItInEveryRow(int b) {
        ValidationReport report = report(b);

        assertThat(Lines.found(report)).containsExactly("4:7 ERROR CONTROL_CHARACTER", "5:7 ERROR CONTROL_CHARACTER");
        assertThat(report.findings())
                .extracting(Finding::message)
                .allMatch(
                        message -> message.contains(Character.getName(b) + String.format(Locale.ROOT, " (U+%04X)", b)));
    }

    @ParameterizedTest
    @MethodSource("bytesAboveAscii")
    void byteAboveAsciiIsAnErrorThatNamesItsCharacterInEveryRow(int b) {
        ValidationReport report = report(b);

        assertThat(Lines.found(report)).containsExactly("4:7 ERROR NON_ASCII", "5:7 ERROR NON_ASCII");
        assertThat(report.findings())
                .extracting(Finding::message)
                .allMatch(message -> message.contains(" 5 ") && message.contains("(U+"));
    }

    @ParameterizedTest
    @MethodSource("printable")
    void everyPrintableAsciiCharacterIsAllowedInAnIssuerName(int b) {
        assertThat(report(b).errors()).isZero();
        assertThat(Unnamed.parse(issuerWith(b)).rows().toString()).contains("CN=Z" + (char) b + "1");
    }

    @Test
    void carriageReturnInALineEndsTheLine() {
        assertThat(Lines.found(report('\r')))
                .containsExactly(
                        "4 ERROR LINE_END",
                        "4 ERROR FIELD_COUNT",
                        "5 ERROR FIELD_COUNT",
                        "6 ERROR FIELD_COUNT",
                        "7 ERROR FIELD_COUNT");
    }

    /** The last column is the ASCII to write instead, if there is one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \u2013 | EN DASH (U+2013)                          | -
        \u2014 | EM DASH (U+2014)                          | -
        \u2212 | MINUS SIGN (U+2212)                       | -
        \u2018 | LEFT SINGLE QUOTATION MARK (U+2018)       | '
        \u201D | RIGHT DOUBLE QUOTATION MARK (U+201D)      | "
        \u200B | ZERO WIDTH SPACE (U+200B)                 |
        \u00A0 | NO-BREAK SPACE (U+00A0)                   |
        \u0421 | CYRILLIC CAPITAL LETTER ES (U+0421)       | C
        \u0430 | CYRILLIC SMALL LETTER A (U+0430)          | a
        \u039D | GREEK CAPITAL LETTER NU (U+039D)          | N
        \uFF17 | FULLWIDTH DIGIT SEVEN (U+FF17)            | 7
        \u0667 | ARABIC-INDIC DIGIT SEVEN (U+0667)         | 7
        \uFF23 | FULLWIDTH LATIN CAPITAL LETTER C (U+FF23) | C
        \u20AC | EURO SIGN (U+20AC)                        |
        \u00B9 | SUPERSCRIPT ONE (U+00B9)                  |
        \u2460 | CIRCLED DIGIT ONE (U+2460)                |
        \u00BA | MASCULINE ORDINAL INDICATOR (U+00BA)      |
        \u2160 | ROMAN NUMERAL ONE (U+2160)                |
        \u2122 | TRADE MARK SIGN (U+2122)                  |
        """)
    void likelyMistakeIsReportedWithItsCodePointAndTheAsciiToWrite(
            String character, String name, @Nullable String ascii) {
        byte[] file = Lines.file(Lines.electricity().with(7, "CN=Z" + character + "1"));

        assertThat(Lines.found(file)).containsExactly("4:7 ERROR NON_ASCII");
        assertThat(Lines.message(file)).contains(" 5 ", name);
        if (ascii != null) {
            assertThat(Lines.message(file)).endsWith(" " + ascii);
        }
    }

    @Test
    void noBreakSpaceIsToBeRemovedAroundAValueAndReplacedWithinIt() {
        String removed = advice("CN=Z\u200B1");

        assertThat(advice("\u00A0CN=Z1")).isEqualTo(removed);
        assertThat(advice("CN=Z1\u00A0")).isEqualTo(removed);
        assertThat(advice("CN=Z\u00A01")).isNotEqualTo(removed);
    }

    private static String advice(String issuer) {
        String message = Lines.message(Lines.file(Lines.electricity().with(7, issuer)));
        return message.substring(message.lastIndexOf(": "));
    }

    @Test
    void typographicQuotesThatSplitAValueAtItsCommaAreReportedInsteadOfTheNumberOfFields() {
        byte[] file = Lines.file(
                Lines.electricity().lineWithRaw(7, "\u201CCN=Z1,OU=07\u201D"),
                Lines.gas().line());
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("4 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message()).contains(" 66 ", "LEFT DOUBLE QUOTATION MARK (U+201C)", " 1 ");
    }

    @Test
    void controlCharactersOfALineWithTooFewFieldsAreReported() {
        byte[] file = Lines.file(Lines.electricity().line(), "\u001A");

        assertThat(Lines.found(file)).containsExactly("5 ERROR CONTROL_CHARACTER");
    }

    @Test
    void charactersAfterTheLastFieldOfARowAreReported() {
        byte[] file = Lines.file(Lines.electricity().line() + ",".repeat(30) + "\t\u2013\t");
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report))
                .containsExactlyInAnyOrder("4 ERROR NON_ASCII", "4 ERROR CONTROL_CHARACTER", "4 ERROR FIELD_COUNT");
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains(MessageListing.pinned(Rule.CONTROL_CHARACTER, "two characters after the fields"));
    }

    @Test
    void charactersOfAValueWithBadQuotesAreReported() {
        byte[] row = Lines.file(Lines.dualFuel().lineWithRaw(25, "\"CN=\u20131"));
        byte[] header = Lines.bytes("\"" + Lines.HEADER.replaceFirst("-", "\u2013")
                + Lines.electricity().line() + "\n");

        assertThat(Lines.found(row)).containsExactly("4 ERROR QUOTING", "4:25 ERROR NON_ASCII");
        assertThat(Lines.found(header)).containsExactly("1 ERROR QUOTING", "1:1 ERROR NON_ASCII");
    }

    @Test
    void characterOutsideTheBasicMultilingualPlaneCountsAsOne() {
        byte[] file = Lines.file(Lines.electricity().with(7, "\uD83D\uDE00CN=\uD83D\uDE00"));

        assertThat(Lines.found(file)).containsExactly("4:7 ERROR NON_ASCII");
        assertThat(Lines.message(file)).contains("character 1 ", "GRINNING FACE (U+1F600)", "1 more");
    }

    @Test
    void fullWidthDigitsAreNotDigits() {
        byte[] file = Lines.file(Lines.electricity().with(1, "131234567890\uFF17"));
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("4:1 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message())
                .contains(" 13 ", "FULLWIDTH DIGIT SEVEN (U+FF17)")
                .endsWith(" 7");
        assertThat(report.findings().get(0).found()).contains("131234567890\uFF17");
    }

    @Test
    void cyrillicLookAlikeInTheSmsoIsReportedAsNotAscii() {
        byte[] file = Lines.bytes(
                Lines.HEADER.replace("CGI", "\u0421GI") + Lines.electricity().line() + "\n");
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("3:3 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message())
                .contains("CYRILLIC CAPITAL LETTER ES (U+0421)")
                .endsWith(" C");
    }

    @Test
    void fieldWithBothKindsOfCharactersHasAFindingOfEach() {
        assertThat(Lines.found(Lines.electricity().with(7, "CN=\t\u2013\t")))
                .containsExactly("4:7 ERROR NON_ASCII", "4:7 ERROR CONTROL_CHARACTER");
    }

    @Test
    void fieldOfOneNulIsNotOmitted() {
        assertThat(Lines.found(Lines.electricity().with(5, "\0")))
                .containsExactlyInAnyOrder("4:5 ERROR CONTROL_CHARACTER", "4:5 ERROR PRIORITY_VALUE");
    }
}
