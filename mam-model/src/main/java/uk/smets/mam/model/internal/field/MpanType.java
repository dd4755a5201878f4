package uk.smets.mam.model.internal.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** An MPAN: 13 digits. */
public final class MpanType implements FieldType<Mpan> {
    private static final int DIGITS = 13;

    @Override
    public String description() {
        return "text, 13 digits";
    }

    @Override
    public FieldForm form() {
        return FieldForms.text("[0-9]{" + DIGITS + "}");
    }

    @Override
    public JsonForm<Mpan> json() {
        return ValueForms.MPAN;
    }

    @Override
    public @Nullable Mpan decode(FieldText text, FieldProblems problems) {
        if (text.length() == DIGITS) {
            long number = text.digits(0, DIGITS);
            if (number >= 0) {
                return Mpan.of(number);
            }
        }
        NumberProblems.report(Rule.MPAN_FORMAT, "an MPAN is 13 digits", text, problems);
        return null;
    }

    @Override
    public Optional<Repaired> repair(String text) {
        return NumberProblems.withoutDecimals(text);
    }

    @Override
    public void encode(Mpan value, FieldOutput out) {
        out.putDigits(value.number(), DIGITS);
    }
}
