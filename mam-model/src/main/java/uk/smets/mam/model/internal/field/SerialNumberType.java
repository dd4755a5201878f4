package uk.smets.mam.model.internal.field;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A certificate's Serial Number: a positive decimal integer of up to 44 digits (clause 7.2.3). */
public final class SerialNumberType implements FieldType<BigInteger> {
    /** The MAM's maximum. */
    public static final int MAX_DIGITS = 44;

    @Override
    public String description() {
        return "integer, decimal digits";
    }

    @Override
    public FieldForm form() {
        return FieldForms.number(MAX_DIGITS);
    }

    @Override
    public JsonForm<BigInteger> json() {
        return ValueForms.SERIAL_NUMBER;
    }

    @Override
    public @Nullable BigInteger decode(FieldText text, FieldProblems problems) {
        if (!text.isDigits()) {
            NumberProblems.report(
                    Rule.CERTIFICATE_SERIAL_FORMAT, "a Serial Number is a positive decimal integer", text, problems);
            return null;
        }
        if (text.at(0) == '0') {
            problems.add(
                    Rule.CERTIFICATE_SERIAL_FORMAT,
                    text.length() == 1
                            ? "a Serial Number is a positive decimal integer; 0 is not valid"
                            : "a Serial Number has no leading zeros: remove them");
            return null;
        }
        if (text.length() > MAX_DIGITS) {
            // Already reported as FIELD_TOO_LONG.
            return null;
        }
        String digits = text.toString();
        if (SpreadsheetDamage.isRounded(digits)) {
            problems.add(
                    Rule.SPREADSHEET_DAMAGE,
                    "all digits after the fifteenth are zero, so a spreadsheet has rounded the number: take it from the"
                            + " certificate");
        }
        return new BigInteger(digits);
    }

    @Override
    public Optional<Repaired> repair(String text) {
        return NumberProblems.withoutDecimals(text)
                .or(() -> NumberProblems.withoutLeadingZeros(Rule.CERTIFICATE_SERIAL_FORMAT, text));
    }

    /** A rounded number ends with eight zeros and is therefore divisible by 256, which is faster to check. */
    @Override
    public boolean isSuspect(BigInteger value, int limit) {
        return value.getLowestSetBit() >= 8;
    }

    @Override
    public void encode(BigInteger value, FieldOutput out) {
        out.put(value.toString());
    }
}
