package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FieldForm;

class DocumentFieldTest {
    private static final FieldForm DIGITS =
            new FieldForm(FieldForm.Kind.TEXT, Optional.of("[0-9]{13}"), List.of(), Optional.empty());

    @Test
    void fieldHasThePropertiesOfTheTableInTheMam() {
        DocumentField field = new DocumentField(
                1, "MPAN", "mpan", "mandatory for an Active ESME", "text", DIGITS, OptionalInt.of(13), "7.2.3");
        assertThat(field.number()).isEqualTo(1);
        assertThat(field.name()).isEqualTo("MPAN");
        assertThat(field.jsonName()).isEqualTo("mpan");
        assertThat(field.optionality()).isEqualTo("mandatory for an Active ESME");
        assertThat(field.type()).isEqualTo("text");
        assertThat(field.form()).isEqualTo(DIGITS);
        assertThat(field.maxLength()).hasValue(13);
        assertThat(field.clause()).isEqualTo("7.2.3");
    }

    @Test
    void fieldIsMandatoryOnlyIfNothingElseDecides() {
        assertThat(field("mandatory").isMandatory()).isTrue();
        assertThat(field("mandatory if MPAN is specified").isMandatory()).isFalse();
        assertThat(field("optional").isMandatory()).isFalse();
    }

    private static DocumentField field(String optionality) {
        return new DocumentField(1, "MPAN", "mpan", optionality, "text", DIGITS, OptionalInt.of(13), "7.2.3");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        OptionalInt any = OptionalInt.empty();
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, null, "j", "o", "t", DIGITS, any, "c"))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", null, "o", "t", DIGITS, any, "c"))
                .withMessage("jsonName");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", null, "t", DIGITS, any, "c"))
                .withMessage("optionality");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", null, DIGITS, any, "c"))
                .withMessage("type");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", "t", null, any, "c"))
                .withMessage("form");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", "t", DIGITS, null, "c"))
                .withMessage("maxLength");
        assertThatNullPointerException()
                .isThrownBy(() -> new DocumentField(1, "n", "j", "o", "t", DIGITS, any, null))
                .withMessage("clause");
    }
}
