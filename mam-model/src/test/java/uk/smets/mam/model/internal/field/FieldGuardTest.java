package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

class FieldGuardTest {
    private static final DocumentField THIRTEEN =
            new DocumentField(1, "MPAN", "mpan", "optional", "text", FieldForms.text(), OptionalInt.of(13), "7.2.3");
    private static final DocumentField ENDLESS = RecordingSink.field(7, "Issuer Name");

    private final RecordingSink sink = new RecordingSink();

    @Property
    void printableTextOfAnAllowedLengthHasNoFinding(
            @ForAll @StringLength(min = 1, max = 13) @CharRange(from = '!', to = '~') String text) {
        check(THIRTEEN, text);
        assertThat(sink.findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", " "})
    void spacesAroundAValueArePadding(String text) {
        check(THIRTEEN, text);
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED);
    }

    @Test
    void lengthIsCountedInCharacters() {
        check(THIRTEEN, "12345678901234");
        assertThat(sink.rules()).containsExactly(Rule.FIELD_TOO_LONG);
        assertThat(message()).contains("13", "14");
        sink.findings.clear();
        check(THIRTEEN, "\u2013".repeat(13));
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
    }

    @Test
    void paddedValueOfAnAllowedLengthIsNotAlsoTooLong() {
        check(THIRTEEN, " 1234567890123 ");
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED);
        sink.findings.clear();
        check(ENDLESS, "x".repeat(100) + " ");
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED, Rule.FIELD_TOO_LONG);
    }

    @Test
    void fieldWithoutAMaximumInTheMamIsLimitedByTheOptions() {
        check(ENDLESS, "x".repeat(100));
        assertThat(sink.findings).isEmpty();
        check(ENDLESS, "x".repeat(101));
        assertThat(sink.rules()).containsExactly(Rule.FIELD_TOO_LONG);
        assertThat(message()).contains("100 ", "101");
        sink.findings.clear();
        check(ENDLESS, "x".repeat(1_000));
        assertThat(sink.rules()).containsExactly(Rule.FIELD_TOO_LONG);
        assertThat(message()).contains("100 ", "1000");
    }

    @Test
    void characterThatIsNotAsciiIsReportedWithItsPositionAndTheAsciiToWrite() {
        check(ENDLESS, "CN=Z1\u2013A");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
        assertThat(message()).contains(" 6 ", "EN DASH (U+2013)").endsWith(" -");
    }

    @Test
    void charactersOfAFieldThatAreNotAsciiAreOneFinding() {
        check(ENDLESS, "a\uD83D\uDE00b\u00E9c");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
        assertThat(message()).contains(" 2 ", "GRINNING FACE (U+1F600)", "1 more");
        sink.findings.clear();
        check(ENDLESS, "\uD83D\uDE00\u00A0b");
        sink.findings.clear();
        check(ENDLESS, "a\u00A0b\u200Bc");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
        assertThat(message()).contains(" 2 ", "NO-BREAK SPACE (U+00A0)", "1 more");
        sink.findings.clear();
        check(ENDLESS, "a\u200Bc");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
        assertThat(message()).contains(" 2 ", "ZERO WIDTH SPACE (U+200B)").doesNotContain("more");
    }

    @Test
    void positionIsCountedInCodePoints() {
        check(ENDLESS, "a\tb\uD83D\uDE00\u0007");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII, Rule.CONTROL_CHARACTER);
        assertThat(sink.findings.get(0).message()).contains(" 4 ", "GRINNING FACE");
        assertThat(sink.findings.get(1).message()).contains(" 2 ", "CHARACTER TABULATION (U+0009)", "1 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001Fa", "a\u007F"})
    void everyControlCharacterIsReported(String text) {
        check(ENDLESS, text);
        assertThat(sink.rules()).containsExactly(Rule.CONTROL_CHARACTER);
        assertThat(message()).contains("(U+00");
    }

    private void check(DocumentField field, String text) {
        FieldProblems problems = new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), ENDLESS);
        problems.moveTo(field);
        int before = sink.findings.size();
        FieldGuard.check(field, new TextType(), FieldTextTest.text(text), 100, problems);
        assertThat(problems.any()).isEqualTo(sink.findings.size() > before);
    }

    private String message() {
        assertThat(sink.findings).hasSize(1);
        Finding finding = sink.findings.get(0);
        return finding.message();
    }
}
