package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Property
    void textOfUpToEightyCharactersIsShownAsItIs(@ForAll @StringLength(max = 80) String text) {
        assertThat(ShownText.shorten(text)).isEqualTo(text);
    }

    @Property
    void longerTextIsCutAndItsLengthNamed(@ForAll @StringLength(min = 81, max = 300) String text) {
        assertThat(ShownText.shorten(text))
                .startsWith(text.substring(0, 79))
                .endsWith("... (" + text.length() + " characters)");
    }

    @Test
    void noCharacterIsCutInHalf() {
        String text = "x".repeat(79) + "\uD83D\uDE00" + "y".repeat(20);
        assertThat(ShownText.shorten(text)).isEqualTo("x".repeat(79) + "... (101 characters)");
    }
}
