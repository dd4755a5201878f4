package uk.smets.mam.model.internal.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** An MPRN: up to 10 digits. */
public final class MprnType implements FieldType<Mprn> {
    private static final int MAX_DIGITS = 10;

    @Override
    public String description() {
        return "text, up to 10 digits";
    }

    @Override
    public FieldForm form() {
        return FieldForms.text("[0-9]{1," + MAX_DIGITS + "}");
    }

    @Override
    public JsonForm<Mprn> json() {
        return ValueForms.MPRN;
    }

    @Override
    public @Nullable Mprn decode(FieldText text, FieldProblems problems) {
        if (text.length() <= MAX_DIGITS) {
            long number = text.digits(0, text.length());
            if (number >= 0) {
                return Mprn.of(number, text.length());
            }
        }
        NumberProblems.report(Rule.MPRN_FORMAT, "an MPRN is 6 to 10 digits", text, problems);
        return null;
    }

    @Override
    public Optional<Repaired> repair(String text) {
        Rule broken = text.length() > MAX_DIGITS ? Rule.MPRN_FORMAT : Rule.MPRN_LEADING_ZERO;
        return NumberProblems.withoutDecimals(text).or(() -> NumberProblems.withoutLeadingZeros(broken, text));
    }

    @Override
    public void encode(Mprn value, FieldOutput out) {
        out.putDigits(value.number(), value.length());
    }
}
