package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
    private final RecentValues<String> recent = new RecentValues<>();

    @Property(tries = 200)
    void valueIsThatOfTheTextOrUnknown(
            @ForAll @Size(max = 200) List<@AlphaChars @StringLength(min = 1, max = 3) String> texts) {
        RecentValues<String> values = new RecentValues<>();
        for (String text : texts) {
            String known = values.find(text(text));
            assertThat(known).isIn(null, text);
            values.remember(text(text), text);
            assertThat(values.find(text(text))).isEqualTo(text);
        }
    }

    @Test
    void longTextsAreNotKept() {
        FieldText longText = text("x".repeat(65));
        recent.remember(longText, "value");
        assertThat(recent.find(longText)).isNull();
        recent.remember(text("x".repeat(64)), "value");
        assertThat(recent.find(text("x".repeat(64)))).isEqualTo("value");
    }

    @Test
    void textOfNothingIsUnknown() {
        assertThat(recent.find(text(""))).isNull();
    }

    private static FieldText text(String characters) {
        FieldText text = new FieldText();
        byte[] bytes = characters.getBytes(StandardCharsets.US_ASCII);
        text.set(bytes, 0, bytes.length);
        return text;
    }
}
