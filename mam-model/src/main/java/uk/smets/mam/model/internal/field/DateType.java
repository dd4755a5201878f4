package uk.smets.mam.model.internal.field;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A date of eight digits, {@code YYYYMMDD} (clause 7.2.3). */
public final class DateType implements FieldType<LocalDate> {
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    @Override
    public String description() {
        return "date YYYYMMDD, UTC";
    }

    @Override
    public FieldForm form() {
        return FieldForms.date("uuuuMMdd");
    }

    @Override
    public JsonForm<LocalDate> json() {
        return ValueForms.DATE;
    }

    @Override
    public @Nullable LocalDate decode(FieldText text, FieldProblems problems) {
        if (text.length() == 8) {
            long digits = text.digits(0, 8);
            if (digits >= 0) {
                LocalDate date = CalendarDay.of((int) digits / 10_000, (int) digits / 100 % 100, (int) digits % 100);
                if (date == null) {
                    problems.add(Rule.DATE_FORMAT, "the date does not exist: write a valid date as YYYYMMDD");
                }
                return date;
            }
        }
        problems.add(Rule.DATE_FORMAT, "a date is written as YYYYMMDD, for example 20190805");
        String characters = text.toString();
        boolean rewritten = SpreadsheetDamage.isRewrittenDate(characters)
                && !ISO.matcher(characters.strip()).matches();
        if (rewritten || SpreadsheetDamage.isScientific(characters)) {
            problems.add(
                    Rule.SPREADSHEET_DAMAGE,
                    Severity.INFO,
                    "a spreadsheet program re-saved this file and changed the date: export the file from its source"
                            + " again");
        }
        return null;
    }

    @Override
    public Optional<Repaired> repair(String text) {
        // The only other format that is unambiguous; 05/08/2019 has two meanings.
        return ISO.matcher(text).matches()
                ? Optional.of(new Repaired(
                        Rule.DATE_FORMAT, text.replace("-", ""), "the hyphens of a date YYYY-MM-DD were removed"))
                : NumberProblems.withoutDecimals(text);
    }

    @Override
    public void encode(LocalDate value, FieldOutput out) {
        out.putDigits(value.getYear() * 10_000L + value.getMonthValue() * 100L + value.getDayOfMonth(), 8);
    }
}
