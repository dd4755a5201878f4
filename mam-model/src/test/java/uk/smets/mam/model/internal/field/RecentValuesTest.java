package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecentValuesTest {
    private final RecentValues<String> recent = new RecentValues<>();

    @Test
    void newCacheIsEmpty() {
        assertThat(recent.find(text("145968135742498"))).isNull();
        assertThat(recent.find(text(""))).isNull();
    }

    @Test
    void valueOfAnEqualTextIsFound() {
        recent.remember(text("145968135742498"), "value");
        assertThat(recent.find(text("145968135742498"))).isEqualTo("value");
        assertThat(recent.find(text("145968135742499"))).isNull();
        assertThat(recent.find(text("45968135742498"))).isNull();
        assertThat(recent.find(text("1459681357424980"))).isNull();
    }

    @Test
    void textsWithTheSameEndAreDistinguished() {
        recent.remember(text("1" + "0".repeat(38)), "one");
        assertThat(recent.find(text("2" + "0".repeat(38)))).isNull();
        recent.remember(text("2" + "0".repeat(38)), "two");
        assertThat(recent.find(text("2" + "0".repeat(38)))).isEqualTo("two");
        assertThat(recent.find(text("1" + "0".repeat(38)))).isNull();
    }

    @Test
    void textIsKeptIfItsBytesAreOverwritten() {
        byte[] buffer = "first,second".getBytes(StandardCharsets.US_ASCII);
        FieldText text = new FieldText();
        text.set(buffer, 0, 5);
        recent.remember(text, "value");
        buffer[0] = 'F';
        assertThat(recent.find(text)).isNull();
        assertThat(recent.find(text("first"))).isEqualTo("value");
    }

    @Test
    void longTextsAreNotRemembered() {
        recent.remember(text("7".repeat(64)), "sixty-four");
        recent.remember(text("7".repeat(65)), "sixty-five");
        assertThat(recent.find(text("7".repeat(64)))).isEqualTo("sixty-four");
        assertThat(recent.find(text("7".repeat(65)))).isNull();
    }

    @Test
    void emptyTextHasNoValue() {
        recent.remember(text(""), "value");
        assertThat(recent.find(text(""))).isNull();
    }

    @Test
    void memoryIsBoundedForAnyNumberOfTexts() {
        int known = 0;
        for (int number = 0; number < 10_000; number++) {
            recent.remember(text("serial " + number), "value " + number);
            assertThat(recent.find(text("serial " + number))).isEqualTo("value " + number);
        }
        for (int number = 0; number < 10_000; number++) {
            String value = recent.find(text("serial " + number));
            if (value != null) {
                assertThat(value).isEqualTo("value " + number);
                known++;
            }
        }
        assertThat(known).isBetween(1, 256);
    }

    @Property(tries = 100)
    void foundValueIsTheOneOfItsText(@ForAll("numbers") List<String> numbers) {
        RecentValues<Integer> values = new RecentValues<>();
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i);
            Integer known = values.find(text(number));
            if (known != null) {
                assertThat(known).isEqualTo(all.get(number));
            }
            values.remember(text(number), i);
            all.put(number, i);
            assertThat(values.find(text(number))).isEqualTo(i);
        }
    }

    @Provide
    Arbitrary<List<String>> numbers() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(3)
                .list()
                .ofMaxSize(300);
    }

    private static FieldText text(String value) {
        return FieldTextTest.text(value);
    }
}
