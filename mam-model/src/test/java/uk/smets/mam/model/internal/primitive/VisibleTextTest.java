package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @Test
    void visibleTextIsUnchanged() {
        assertThat(VisibleText.of("caf\u00E9 \u2013 \u20AC5 \"a\\b\" \uD83D\uDD0C"))
                .isEqualTo("caf\u00E9 \u2013 \u20AC5 \"a\\b\" \uD83D\uDD0C");
    }

    @Test
    void charactersThatMoveTheCursorAreEscaped() {
        assertThat(VisibleText.of("a\tb\r\nc\u001B[2J")).isEqualTo("a\\tb\\r\\nc\\x1B[2J");
    }

    @Test
    void quotedTextHasItsQuotesAndBackslashesEscaped() {
        assertThat(VisibleText.quoted("a\"b\\c\n")).isEqualTo("\"a\\\"b\\\\c\\n\"");
        assertThat(VisibleText.quoted("")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, \\x00",
        "0x1F, \\x1F",
        "0x7F, \\x7F",
        "0x85, \\x85",
        "0xA0, \\xA0",
        "0x0301, \\u{301}",
        "0x0378, \\u{378}",
        "0x200E, \\u{200E}",
        "0x202E, \\u{202E}",
        "0x2028, \\u{2028}",
        "0x2029, \\u{2029}",
        "0x20DD, \\u{20DD}",
        "0xD800, \\u{D800}",
        "0xE000, \\u{E000}",
        "0xFEFF, \\u{FEFF}",
        "0xE0001, \\u{E0001}",
    })
    void characterThatIsNotVisibleAsItselfIsEscaped(int codePoint, String escape) {
        assertThat(VisibleText.isVisible(codePoint)).isFalse();
        assertThat(VisibleText.escaped(codePoint)).isEqualTo(escape);
        assertThat(VisibleText.of("x" + Character.toString(codePoint) + "y")).isEqualTo("x" + escape + "y");
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '~', 'A', '0', 0xA1, 0xE9, 0x4E2D, 0x1F50C})
    void letterDigitOrSymbolIsVisible(int codePoint) {
        assertThat(VisibleText.isVisible(codePoint)).isTrue();
    }

    @Property(tries = 300)
    void everyTextIsShownInOneLineOfVisibleCharacters(@ForAll String text) {
        assertThat(VisibleText.quoted(text).codePoints()).allMatch(VisibleText::isVisible);
    }
}
