package uk.smets.mam.model.internal.field;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A day of the calendar, from its three numbers. */
public final class CalendarDay {
    private CalendarDay() {}

    /** The day, or null where the calendar does not have it. */
    static @Nullable LocalDate of(int year, int month, int day) {
        if (year == 0
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }
}
