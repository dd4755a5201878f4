package uk.smets.mam.model.internal.field;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A date that is composed of three numbers. */
public final class CalendarDay {
    private CalendarDay() {}

    /** Returns the date, or null if it does not exist. */
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
