package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldOutputTest {
    @ParameterizedTest
    @MethodSource("valuesAsWritten")
    void fieldIsQuotedOnlyIfItContainsACommaOrAQuote(String value, String written) {
        FieldOutput out = new FieldOutput(1);
        out.put(value);
        out.quoteFrom(0);
        assertThat(text(out)).isEqualTo(written);
    }

    static Stream<Arguments> valuesAsWritten() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("plain", "plain"),
                Arguments.of("with space", "with space"),
                Arguments.of("CN=Z1,OU=07", "\"CN=Z1,OU=07\""),
                Arguments.of(",", "\",\""),
                Arguments.of("\"", "\"\"\"\""),
                Arguments.of("CN=\"Quoted, Inc\"", "\"CN=\"\"Quoted, Inc\"\"\""));
    }

    @Property
    void quotedFieldsFollowRfc4180(
            @ForAll @Size(min = 1, max = 6) List<@From("values") String> values,
            @ForAll @IntRange(min = 0, max = 40) int capacity) {
        FieldOutput out = new FieldOutput(capacity);
        StringBuilder expected = new StringBuilder();
        for (String value : values) {
            if (out.size() > 0) {
                out.put(',');
                expected.append(',');
            }
            int start = out.size();
            out.put(value);
            out.quoteFrom(start);
            boolean quoted = value.contains(",") || value.contains("\"");
            expected.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        assertThat(text(out)).isEqualTo(expected.toString());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars('"', ',', ' ', 'a', 'b', '=')
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    @Property
    void numbersArePaddedWithZeros(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long number,
            @ForAll @IntRange(min = 12, max = 18) int length) {
        FieldOutput out = new FieldOutput(0);
        out.putDigits(number, length);
        assertThat(text(out))
                .isEqualTo("0".repeat(length - Long.toString(number).length()) + number);
    }

    @Test
    void truncatedOutputIsDiscarded() {
        FieldOutput out = new FieldOutput(2);
        out.put("kept");
        int point = out.size();
        out.put("forgotten");
        out.truncate(point);
        out.put(" and more".getBytes(StandardCharsets.US_ASCII), 4, 5);
        assertThat(text(out)).isEqualTo("kept more");
    }

    private static String text(FieldOutput out) {
        return new String(out.array(), 0, out.size(), StandardCharsets.ISO_8859_1);
    }
}
