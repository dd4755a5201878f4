package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(ints = {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D})
    void dashIsReplacedByAHyphen(int dash) {
        assertThat(Characters.asciiFor(dash)).contains("-");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000})
    void spaceIsReplacedByAPlainSpace(int space) {
        assertThat(Characters.asciiFor(space)).contains(" ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x2060, 0x2066, 0xFEFF})
    void characterWithoutWidthIsRemoved(int codePoint) {
        assertThat(Characters.asciiFor(codePoint)).contains("");
    }

    @Test
    void typographicQuotesAreReplacedByPlainQuotes() {
        assertThat(Characters.asciiFor(0x2018)).contains("'");
        assertThat(Characters.asciiFor(0x2019)).contains("'");
        assertThat(Characters.asciiFor(0x201B)).contains("'");
        assertThat(Characters.asciiFor(0x2032)).contains("'");
        assertThat(Characters.asciiFor(0x201C)).contains("\"");
        assertThat(Characters.asciiFor(0x201D)).contains("\"");
        assertThat(Characters.asciiFor(0x201F)).contains("\"");
        assertThat(Characters.asciiFor(0x2033)).contains("\"");
    }

    @Property
    void fullWidthCharacterIsReplacedByItsAsciiCharacter(@ForAll @IntRange(min = 0xFF01, max = 0xFF5E) int fullWidth) {
        String ascii = Character.toString(fullWidth - 0xFF01 + '!');
        assertThat(Characters.asciiFor(fullWidth)).contains(ascii);
    }

    @Property
    void digitsOfOtherScriptsAreReplacedByAsciiDigits(@ForAll @IntRange(min = 0, max = 9) int digit) {
        for (int zero : new int[] {0x0660, 0x06F0, 0x0966, 0xFF10}) {
            assertThat(Characters.asciiFor(zero + digit)).contains(Integer.toString(digit));
        }
    }

    @Test
    void lettersThatLookLatinAreReplacedByLatinLetters() {
        assertThat(spelt("\u0410\u0412\u0421\u0415\u041D\u041A\u041C\u041E\u0420\u0422\u0425"))
                .isEqualTo("ABCEHKMOPTX");
        assertThat(spelt("\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7"))
                .isEqualTo("ABEZHIKMNOPTYX");
        assertThat(spelt("\u0430\u0441\u0435\u0456\u0458\u043E\u0440\u0455\u0445\u0443"))
                .isEqualTo("aceijopsxy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE9, 0xDF, 0x20AC, 0x4E2D, 0x0416, 0x1F600, 0xFFFD, 0xD800, 0x10FFFF})
    void characterWithoutAnObviousReplacementHasNone(int codePoint) {
        assertThat(Characters.asciiFor(codePoint)).isEmpty();
    }

    /** Superscript, circled, ordinal, roman, trade mark, fraction, ligature, mathematical, small form, letter-like. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0xB2, 0xB3, 0xB9, 0x2070, 0x2074, 0x2081, 0x2460, 0x24B6, 0x2776, 0xAA, 0xBA, 0x2160, 0x216B, 0x2122,
                0x2120, 0xBD, 0xFB01, 0x01C4, 0x1D7CE, 0x1D400, 0xFE50, 0x212A, 0x2116, 0x2102, 0x2026, 0x33A5, 0x1F100,
                0x037E
            })
    void otherCompatibilityCharactersHaveNoReplacement(int codePoint) {
        assertThat(Characters.asciiFor(codePoint)).isEmpty();
    }

    @Property
    void onlyWidthFormsAreReadAsAnotherCharacter(@ForAll @IntRange(min = 0x80, max = 0x10FFFF) int codePoint) {
        String compatible = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        if (compatible.matches("[A-Za-z0-9]+") && (codePoint < 0xFF00 || codePoint > 0xFFEF)) {
            assertThat(Characters.asciiFor(codePoint)).isEmpty();
        }
    }

    @Property
    void replacementIsAlwaysPrintableAscii(@ForAll @IntRange(min = 0x80, max = 0x10FFFF) int codePoint) {
        assertThat(Characters.asciiFor(codePoint).orElse("")).matches("[ -~]*");
    }

    @Test
    void nameIsTheUnicodeNameWithTheCodePoint() {
        assertThat(Characters.name(0x2013)).isEqualTo("EN DASH (U+2013)");
        assertThat(Characters.name('\t')).isEqualTo("CHARACTER TABULATION (U+0009)");
        assertThat(Characters.name(0x1F600)).isEqualTo("GRINNING FACE (U+1F600)");
        assertThat(Characters.name(0x0378)).isEqualTo("an unassigned character (U+0378)");
    }

    private static String spelt(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> ascii.append(Characters.asciiFor(c).orElse("?")));
        return ascii.toString();
    }
}
