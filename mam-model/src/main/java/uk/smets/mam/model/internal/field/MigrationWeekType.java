package uk.smets.mam.model.internal.field;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.FieldForm;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.ValueForms;

/** A Migration Week, given as the date of its Monday (clause 7.2.3). */
public final class MigrationWeekType implements FieldType<MigrationWeek> {
    private final DateType dates = new DateType();

    @Override
    public String description() {
        return "date YYYYMMDD, UTC, a Monday";
    }

    @Override
    public FieldForm form() {
        return dates.form();
    }

    @Override
    public JsonForm<MigrationWeek> json() {
        return ValueForms.MIGRATION_WEEK;
    }

    @Override
    public @Nullable MigrationWeek decode(FieldText text, FieldProblems problems) {
        LocalDate date = dates.decode(text, problems);
        if (date == null) {
            return null;
        }
        if (date.getDayOfWeek() != DayOfWeek.MONDAY) {
            problems.add(
                    Rule.MIGRATION_WEEK_NOT_MONDAY,
                    "a Migration Week is given by its Monday, but this is a "
                            + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK) + ": write "
                            + MigrationWeek.containing(date) + ", or the Monday of another week");
            return null;
        }
        return MigrationWeek.of(date);
    }

    @Override
    public Optional<Repaired> repair(String text) {
        return dates.repair(text);
    }

    @Override
    public void encode(MigrationWeek value, FieldOutput out) {
        dates.encode(value.monday(), out);
    }
}
