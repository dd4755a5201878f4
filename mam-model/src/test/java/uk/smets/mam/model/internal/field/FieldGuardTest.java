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
    void printableTextThatFitsIsFine(
            @ForAll @StringLength(min = 1, max = 13) @CharRange(from = '!', to = '~') String text) {
        check(THIRTEEN, text);
        assertThat(sink.findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", " "})
    void whiteSpaceAroundAValueIsPadding(String text) {
        check(THIRTEEN, text);
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED);
    }

    @Test
    void lengthIsCountedInCharactersAndNotInBytes() {
        check(THIRTEEN, "12345678901234");
        assertThat(messages()).isEqualTo("at most 13 characters are allowed here; this has 14");
        sink.findings.clear();
        check(THIRTEEN, "\u2013".repeat(13));
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
    }

    @Test
    void whiteSpaceAroundATypedValueIsNotAlsoTooLong() {
        check(THIRTEEN, " 1234567890123 ");
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED);
        sink.findings.clear();
        check(ENDLESS, "x".repeat(100) + " ");
        assertThat(sink.rules()).containsExactly(Rule.FIELD_PADDED, Rule.FIELD_TOO_LONG);
    }

    @Test
    void fieldThatTheMamDoesNotLimitIsLimitedByTheOptions() {
        check(ENDLESS, "x".repeat(100));
        assertThat(sink.findings).isEmpty();
        check(ENDLESS, "x".repeat(101));
        assertThat(messages()).isEqualTo("at most 100 characters are allowed here; this has 101");
        sink.findings.clear();
        check(ENDLESS, "x".repeat(1_000));
        assertThat(messages()).isEqualTo("at most 100 characters are allowed here; this has 1000");
    }

    @Test
    void foreignCharacterIsNamedWithItsPlaceAndTheAsciiToWrite() {
        check(ENDLESS, "CN=Z1\u2013A");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII);
        assertThat(messages()).isEqualTo("character 6 is EN DASH (U+2013), which is not ASCII: write -");
    }

    @Test
    void foreignCharactersOfOneFieldAreOneFinding() {
        check(ENDLESS, "a\uD83D\uDE00b\u00E9c");
        assertThat(messages())
                .isEqualTo("character 2 is GRINNING FACE (U+1F600), which is not ASCII: write the value in ASCII"
                        + " (and 1 more in this field)");
        sink.findings.clear();
        check(ENDLESS, "\uD83D\uDE00\u00A0b");
        sink.findings.clear();
        check(ENDLESS, "a\u00A0b\u200Bc");
        assertThat(messages())
                .isEqualTo("character 2 is NO-BREAK SPACE (U+00A0), which is not ASCII: write a plain space"
                        + " (and 1 more in this field)");
        sink.findings.clear();
        check(ENDLESS, "a\u200Bc");
        assertThat(messages()).isEqualTo("character 2 is ZERO WIDTH SPACE (U+200B), which is not ASCII: remove it");
    }

    @Test
    void placeIsCountedInCharactersAsAPersonCounts() {
        check(ENDLESS, "a\tb\uD83D\uDE00\u0007");
        assertThat(sink.rules()).containsExactly(Rule.NON_ASCII, Rule.CONTROL_CHARACTER);
        assertThat(sink.findings.get(0).message()).startsWith("character 4 is GRINNING FACE");
        assertThat(sink.findings.get(1).message())
                .isEqualTo("character 2 is CHARACTER TABULATION (U+0009): remove it (and 1 more in this field)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001Fa", "a\u007F"})
    void everyControlCharacterIsToldToGo(String text) {
        check(ENDLESS, text);
        assertThat(sink.rules()).containsExactly(Rule.CONTROL_CHARACTER);
        assertThat(messages()).endsWith(": remove it");
    }

    private void check(DocumentField field, String text) {
        FieldProblems problems = new FieldProblems(sink.reporter(ValidationOptions.defaults(), text), ENDLESS);
        problems.moveTo(field);
        int before = sink.findings.size();
        FieldGuard.check(field, new TextType(), FieldTextTest.text(text), 100, problems);
        assertThat(problems.any()).isEqualTo(sink.findings.size() > before);
    }

    private String messages() {
        assertThat(sink.findings).hasSize(1);
        Finding finding = sink.findings.get(0);
        return finding.message();
    }
}
