package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentField;

class DocumentFieldTest {
    @Test
    void fieldIsWhatTheMamsTableSays() {
        DocumentField field = new DocumentField(
                1, "MPAN", "mpan", "mandatory for an Active ESME", "text", OptionalInt.of(13), "7.2.3");
        assertThat(field.number()).isEqualTo(1);
        assertThat(field.name()).isEqualTo("MPAN");
        assertThat(field.jsonName()).isEqualTo("mpan");
        assertThat(field.optionality()).isEqualTo("mandatory for an Active ESME");
        assertThat(field.type()).isEqualTo("text");
        assertThat(field.maxLength()).hasValue(13);
        assertThat(field.clause()).isEqualTo("7.2.3");
    }

    @Test
    void nullIsRefusedByName() {
        OptionalInt any = OptionalInt.empty();
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, null, "j", "o", "t", any, "c"))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", null, "o", "t", any, "c"))
                .withMessage("jsonName");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", null, "t", any, "c"))
                .withMessage("optionality");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", null, any, "c"))
                .withMessage("type");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", "t", null, "c"))
                .withMessage("maxLength");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", "t", any, null))
                .withMessage("clause");
    }
}
