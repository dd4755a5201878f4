package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** Printable ASCII and nothing else (clause 7.1): each byte by itself, and the characters that people mistake for ASCII. */
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
    void controlCharacterIsNamedAtItsPlaceInEveryRow(int b) {
        ValidationReport report = report(b);

        assertThat(Lines.found(report)).containsExactly("4:7 ERROR CONTROL_CHARACTER", "5:7 ERROR CONTROL_CHARACTER");
        assertThat(report.findings())
                .extracting(Finding::message)
                .allMatch(message -> message.equals("character 5 is " + Character.getName(b)
                        + String.format(Locale.ROOT, " (U+%04X): remove it", b)));
    }

    @ParameterizedTest
    @MethodSource("bytesAboveAscii")
    void byteAboveAsciiIsAnErrorAtItsPlaceInEveryRow(int b) {
        ValidationReport report = report(b);

        assertThat(Lines.found(report)).containsExactly("4:7 ERROR NON_ASCII", "5:7 ERROR NON_ASCII");
        assertThat(report.findings())
                .extracting(Finding::message)
                .allMatch(message -> message.startsWith("character 5 is ") && message.contains("(U+"));
    }

    @ParameterizedTest
    @MethodSource("printable")
    void everyPrintableAsciiCharacterIsTakenInAnIssuerName(int b) {
        assertThat(report(b).errors()).isZero();
        assertThat(Unnamed.parse(issuerWith(b)).rows().toString()).contains("CN=Z" + (char) b + "1");
    }

    @Test
    void carriageReturnWithinALineEndsIt() {
        assertThat(Lines.found(report('\r')))
                .containsExactly(
                        "4 ERROR LINE_END",
                        "4 ERROR FIELD_COUNT",
                        "5 ERROR FIELD_COUNT",
                        "6 ERROR FIELD_COUNT",
                        "7 ERROR FIELD_COUNT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        \u2013 | EN DASH (U+2013)                        | write -
        \u2014 | EM DASH (U+2014)                        | write -
        \u2212 | MINUS SIGN (U+2212)                     | write -
        \u2018 | LEFT SINGLE QUOTATION MARK (U+2018)     | write '
        \u201D | RIGHT DOUBLE QUOTATION MARK (U+201D)    | write "
        \u200B | ZERO WIDTH SPACE (U+200B)               | remove it
        \u0421 | CYRILLIC CAPITAL LETTER ES (U+0421)     | write C
        \u0430 | CYRILLIC SMALL LETTER A (U+0430)        | write a
        \u039D | GREEK CAPITAL LETTER NU (U+039D)        | write N
        \uFF17 | FULLWIDTH DIGIT SEVEN (U+FF17)          | write 7
        \u0667 | ARABIC-INDIC DIGIT SEVEN (U+0667)       | write 7
        \uFF23 | FULLWIDTH LATIN CAPITAL LETTER C (U+FF23) | write C
        \u20AC | EURO SIGN (U+20AC)                      | write the value in ASCII
        \u00B9 | SUPERSCRIPT ONE (U+00B9)                | write the value in ASCII
        \u2460 | CIRCLED DIGIT ONE (U+2460)              | write the value in ASCII
        \u00BA | MASCULINE ORDINAL INDICATOR (U+00BA)    | write the value in ASCII
        \u2160 | ROMAN NUMERAL ONE (U+2160)              | write the value in ASCII
        \u2122 | TRADE MARK SIGN (U+2122)                | write the value in ASCII
        """)
    void likelyMistakeIsNamedByCodePointWithTheAsciiToWrite(String character, String name, String advice) {
        byte[] file = Lines.file(Lines.electricity().with(7, "CN=Z" + character + "1"));

        assertThat(Lines.found(file)).containsExactly("4:7 ERROR NON_ASCII");
        assertThat(Lines.message(file)).isEqualTo("character 5 is " + name + ", which is not ASCII: " + advice);
    }

    @Test
    void noBreakSpaceIsToBeAPlainSpace() {
        byte[] file = Lines.file(Lines.electricity().with(7, "CN=Z\u00A01"));

        assertThat(Lines.message(file))
                .isEqualTo("character 5 is NO-BREAK SPACE (U+00A0), which is not ASCII: write a plain space");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0CN=Z1", "CN=Z1\u00A0"})
    void noBreakSpaceAroundAValueIsToBeRemoved(String issuer) {
        assertThat(Lines.message(Lines.file(Lines.electricity().with(7, issuer))))
                .endsWith(" is NO-BREAK SPACE (U+00A0), which is not ASCII: remove it");
    }

    @Test
    void typographicQuotesThatSplitAValueAtItsCommaAreNamedAndNotTheNumberOfFields() {
        byte[] file = Lines.file(
                Lines.electricity().lineWithRaw(7, "\u201CCN=Z1,OU=07\u201D"),
                Lines.gas().line());
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("4 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message())
                .isEqualTo(
                        "character 66 of the line is LEFT DOUBLE QUOTATION MARK (U+201C), which is not ASCII: write \""
                                + " (and 1 more on this line)");
    }

    @Test
    void controlCharactersOfARowWithoutItsFieldsAreNamed() {
        byte[] file = Lines.file(Lines.electricity().line(), "\u001A");

        assertThat(Lines.found(file)).containsExactly("5 ERROR CONTROL_CHARACTER");
    }

    @Test
    void charactersBehindTheFieldsOfARowAreNamedToo() {
        byte[] file = Lines.file(Lines.electricity().line() + ",".repeat(30) + "\t\u2013\t");
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report))
                .containsExactlyInAnyOrder("4 ERROR NON_ASCII", "4 ERROR CONTROL_CHARACTER", "4 ERROR FIELD_COUNT");
        assertThat(report.findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.endsWith(": remove it (and 1 more on this line)"));
    }

    @Test
    void charactersOfAValueWithBadQuotesAreNamed() {
        byte[] row = Lines.file(Lines.dualFuel().lineWithRaw(25, "\"CN=\u20131"));
        byte[] header = Lines.bytes("\"" + Lines.HEADER.replaceFirst("-", "\u2013")
                + Lines.electricity().line() + "\n");

        assertThat(Lines.found(row)).containsExactly("4 ERROR QUOTING", "4:25 ERROR NON_ASCII");
        assertThat(Lines.found(header)).containsExactly("1 ERROR QUOTING", "1:1 ERROR NON_ASCII");
    }

    @Test
    void characterOutsideTheBasicPlaneIsOneCharacter() {
        byte[] file = Lines.file(Lines.electricity().with(7, "\uD83D\uDE00CN=\uD83D\uDE00"));

        assertThat(Lines.message(file))
                .isEqualTo("character 1 is GRINNING FACE (U+1F600), which is not ASCII: write the value in ASCII"
                        + " (and 1 more in this field)");
    }

    @Test
    void fullWidthDigitsAreNoDigits() {
        byte[] file = Lines.file(Lines.electricity().with(1, "131234567890\uFF17"));
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("4:1 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message())
                .isEqualTo("character 13 is FULLWIDTH DIGIT SEVEN (U+FF17), which is not ASCII: write 7");
        assertThat(report.findings().get(0).found()).contains("131234567890\uFF17");
    }

    @Test
    void cyrillicLookAlikeInTheSmsoIsNamed() {
        byte[] file = Lines.bytes(
                Lines.HEADER.replace("CGI", "\u0421GI") + Lines.electricity().line() + "\n");
        ValidationReport report = Unnamed.validate(file);

        assertThat(Lines.found(report)).containsExactly("3:3 ERROR NON_ASCII");
        assertThat(report.findings().get(0).message())
                .endsWith("CYRILLIC CAPITAL LETTER ES (U+0421), which is not ASCII: write C");
    }

    @Test
    void fieldWithBothKindsHasAFindingOfEach() {
        assertThat(Lines.found(Lines.electricity().with(7, "CN=\t\u2013\t")))
                .containsExactly("4:7 ERROR NON_ASCII", "4:7 ERROR CONTROL_CHARACTER");
    }

    @Test
    void nulInPlaceOfAWholeFieldIsNoOmission() {
        assertThat(Lines.found(Lines.electricity().with(5, "\0")))
                .containsExactlyInAnyOrder("4:5 ERROR CONTROL_CHARACTER", "4:5 ERROR PRIORITY_VALUE");
    }
}
