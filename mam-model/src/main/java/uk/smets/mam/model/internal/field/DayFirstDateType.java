package uk.smets.mam.model.internal.field;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A date that starts with the day: {@code DDMMYYYY} (clause 7.3.2) or {@code DD/MM/YYYY} (clause 7.4.2). */
public final class DayFirstDateType implements FieldType<LocalDate> {
    private static final int DIGITS = 8;

    private final String form;
    private final String example;
    private final boolean slashes;

    private DayFirstDateType(String form, String example, boolean slashes) {
        this.form = form;
        this.example = example;
        this.slashes = slashes;
    }

    /** {@return the format of the firmware notification} */
    public static DayFirstDateType compact() {
        return new DayFirstDateType("DDMMYYYY", "05082019", false);
    }

    /** {@return the format of the Migration Schedule} */
    public static DayFirstDateType slashed() {
        return new DayFirstDateType("DD/MM/YYYY", "05/08/2019", true);
    }

    /** {@return the pattern of a date} */
    public String pattern() {
        return form;
    }

    /** {@return the pattern of a date with an example, for messages} */
    public String formWithExample() {
        return form + ", for example " + example;
    }

    @Override
    public String description() {
        return "date " + form;
    }

    @Override
    public FieldForm form() {
        return FieldForms.date(slashes ? "dd/MM/uuuu" : "ddMMuuuu");
    }

    @Override
    public JsonForm<LocalDate> json() {
        return ValueForms.DATE;
    }

    @Override
    public @Nullable LocalDate decode(FieldText text, FieldProblems problems) {
        int ofMonth = slashes ? 3 : 2;
        int ofYear = slashes ? 6 : 4;
        if (text.length() == (slashes ? DIGITS + 2 : DIGITS)) {
            long day = text.digits(0, 2);
            long month = text.digits(ofMonth, ofMonth + 2);
            long year = text.digits(ofYear, ofYear + 4);
            if (day >= 0 && month >= 0 && year >= 0 && (!slashes || text.at(2) == '/' && text.at(5) == '/')) {
                LocalDate date = CalendarDay.of((int) year, (int) month, (int) day);
                if (date == null) {
                    problems.add(Rule.DATE_FORMAT, "the date does not exist: write a valid date as " + form);
                }
                return date;
            }
        }
        problems.add(Rule.DATE_FORMAT, "a date is written as " + formWithExample());
        return null;
    }

    @Override
    public void encode(LocalDate value, FieldOutput out) {
        out.putDigits(value.getDayOfMonth(), 2);
        separate(out);
        out.putDigits(value.getMonthValue(), 2);
        separate(out);
        out.putDigits(value.getYear(), 4);
    }

    private void separate(FieldOutput out) {
        if (slashes) {
            out.put('/');
        }
    }
}
