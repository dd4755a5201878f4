package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

class TextTypeTest {
    private final TextType type = new TextType();
    private final RecordingSink sink = new RecordingSink();
    private final FieldProblems problems =
            new FieldProblems(sink.reporter(ValidationOptions.defaults(), ""), RecordingSink.field(1, "Name"));

    @Test
    void anyTextUpToTheLimitOfACellIsRead() {
        assertThat(type.decode(FieldTextTest.text("caf\u00E9, \"x\" "), problems))
                .isEqualTo("caf\u00E9, \"x\" ");
        assertThat(type.decode(FieldTextTest.text("x".repeat(32_767)), problems))
                .hasSize(32_767);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void textThatIsLongerThanACellIsReported() {
        assertThat(type.decode(FieldTextTest.text("x".repeat(32_768)), problems))
                .isNull();
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::rule, Finding::message)
                .containsExactly(Rule.FIELD_TOO_LONG, "a cell holds at most 32767 characters; this has 32768");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Supplier", "a b", "~!", "12345678"})
    void shortPrintableTextIsNotSuspect(String text) {
        assertThat(type.isSuspect(text, 8)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", " a", "a ", "a\tb", "caf\u00E9", "\u007F"})
    void textThatIsPaddedLongOrNotPrintableIsSuspect(String text) {
        assertThat(type.isSuspect(text, 8)).isTrue();
    }

    @Test
    void textIsWrittenInUtf8() {
        FieldOutput out = new FieldOutput(1);
        type.encode("caf\u00E9", out);
        assertThat(Arrays.copyOf(out.array(), out.size())).isEqualTo("caf\u00E9".getBytes(StandardCharsets.UTF_8));
        assertThat(out.size()).isEqualTo(5);
    }
}
