package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FieldTextTest {
    static FieldText text(String value) {
        return text(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text among other bytes, which are not part of it. */
    private static FieldText text(byte[] value) {
        byte[] around = new byte[value.length + 4];
        around[0] = '7';
        around[1] = (byte) 0xC3;
        System.arraycopy(value, 0, around, 2, value.length);
        around[value.length + 2] = (byte) 0xA9;
        around[value.length + 3] = ' ';
        FieldText text = new FieldText();
        text.set(around, 2, value.length + 2);
        return text;
    }

    @Test
    void newTextIsEmpty() {
        assertThat(new FieldText().length()).isZero();
        assertThat(new FieldText()).hasToString("");
        assertThat(new FieldText().isPadded()).isFalse();
    }

    @Property
    void digitsAreReadAsTheNumberTheySpell(@ForAll @NumericChars @StringLength(max = 44) String digits) {
        FieldText text = text(digits);
        assertThat(text.isDigits()).isTrue();
        assertThat(text).hasToString(digits);
        assertThat(text.length()).isEqualTo(digits.length());
        if (digits.isEmpty()) {
            assertThat(text.digits(0, 0)).isZero();
        } else if (digits.length() <= 18) {
            assertThat(text.digits(0, digits.length())).isEqualTo(Long.parseLong(digits));
        } else {
            assertThat(text.digits(0, digits.length())).isEqualTo(-1);
            assertThat(text.digits(1, 19)).isEqualTo(Long.parseLong(digits.substring(1, 19)));
        }
    }

    @Property
    void textWithOneOtherByteIsNotDigits(
            @ForAll @NumericChars @StringLength(max = 30) String before,
            @ForAll byte foreign,
            @ForAll @NumericChars @StringLength(max = 30) String after) {
        byte[] bytes = (before + "?" + after).getBytes(StandardCharsets.US_ASCII);
        bytes[before.length()] = foreign;
        boolean isDigit = foreign >= '0' && foreign <= '9';
        assertThat(text(bytes).isDigits()).isEqualTo(isDigit);
        assertThat(text(bytes).digits(0, bytes.length) >= 0).isEqualTo(isDigit && bytes.length <= 18);
        assertThat(text(bytes).isPrintableAscii()).isEqualTo(foreign >= ' ' && foreign <= '~');
    }

    @Property
    void bytesOfATextAreThoseOfItsField(@ForAll @AlphaChars @StringLength(min = 1, max = 30) String value) {
        FieldText text = text(value);
        for (int i = 0; i < value.length(); i++) {
            assertThat(text.at(i)).isEqualTo((byte) value.charAt(i));
        }
    }

    @Test
    void paddingIsASpaceAtTheStartOrTheEnd() {
        assertThat(text(" a").isPadded()).isTrue();
        assertThat(text("a ").isPadded()).isTrue();
        assertThat(text(" ").isPadded()).isTrue();
        assertThat(text("a a").isPadded()).isFalse();
        assertThat(text("").isPadded()).isFalse();
    }

    @Test
    void blankTextHasOnlySpaces() {
        assertThat(text("").isBlank()).isTrue();
        assertThat(text("   ").isBlank()).isTrue();
        assertThat(text("  x ").isBlank()).isFalse();
        assertThat(text("\t").isBlank()).isFalse();
    }

    @Property
    void utf8TextIsDecoded(@ForAll String value) {
        String unicode = value.codePoints()
                .filter(c -> !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(text(unicode)).hasToString(unicode);
    }

    @Property
    void anyBytesHaveAText(@ForAll byte[] bytes) {
        assertThat(text(bytes).toString()).isNotNull();
    }

    @Test
    void byteWithoutACharacterInWindows1252BecomesAControlCharacter() {
        assertThat(text(new byte[] {'a', (byte) 0x81, (byte) 0x9D})).hasToString("a\u0081\u009D");
    }

    @Test
    void bytesThatAreNotUtf8AreReadAsWindows1252() {
        byte[] windows = "caf\u00E9 \u2013 \u201Cx\u201D".getBytes(Charset.forName("windows-1252"));
        assertThat(text(windows)).hasToString("caf\u00E9 \u2013 \u201Cx\u201D");
    }

    @Property(tries = 200)
    void equalBytesHaveTheSameHashAtAnyPosition(@ForAll @StringLength(max = 60) String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        FieldText alone = new FieldText();
        alone.set(bytes, 0, bytes.length);
        assertThat(text(value).hash()).isEqualTo(alone.hash());
        assertThat(text(value).isSameAs(bytes)).isTrue();
        assertThat(text(value).copy()).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void numbersThatDifferInALastDigitOrInLengthHaveDifferentHashes(
            @ForAll @NumericChars @StringLength(min = 8, max = 44) String digits,
            @ForAll @IntRange(min = 1, max = 8) int fromTheEnd) {
        StringBuilder other = new StringBuilder(digits);
        int at = digits.length() - fromTheEnd;
        other.setCharAt(at, digits.charAt(at) == '9' ? '0' : (char) (digits.charAt(at) + 1));
        assertThat(text(other.toString()).hash()).isNotEqualTo(text(digits).hash());
        assertThat(text("7" + digits).hash()).isNotEqualTo(text(digits).hash());
        assertThat(text(digits).isSameAs(other.toString().getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }
}
