package uk.smets.mam.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date {@code YYYYMMDD} of the MAM (clause 7.2.3). {@code DateTimeFormatter.BASIC_ISO_DATE} is not used, because it
 * also accepts an offset after the date and the digits of a locale.
 */
final class CompactDate {
    static final int LENGTH = 8;

    /** The first and last year that can be written in four digits; there is no year 0. */
    static final int MIN_YEAR = 1;

    static final int MAX_YEAR = 9999;

    private CompactDate() {}

    /** Returns the date in {@code text}, or empty if it is not eight ASCII digits or not a date of the calendar. */
    static Optional<LocalDate> find(String text) {
        if (!isDigits(text, LENGTH)) {
            return Optional.empty();
        }
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 4, 6, 10);
        int day = Integer.parseInt(text, 6, LENGTH, 10);
        return isYear(year)
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    /** Returns the eight digits of a date whose year {@link #isYear}. */
    static String format(LocalDate date) {
        int digits = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        return padded(digits, LENGTH);
    }

    static boolean isYear(int year) {
        return year >= MIN_YEAR && year <= MAX_YEAR;
    }

    /** Returns the date if it can be written in the MAM's format. */
    static @Nullable LocalDate checked(@Nullable LocalDate date, String name) {
        if (date != null && !isYear(date.getYear())) {
            throw new IllegalArgumentException(name + " must be in the years " + MIN_YEAR + " to " + MAX_YEAR
                    + "; got the year " + date.getYear());
        }
        return date;
    }

    /** Returns whether {@code text} is exactly {@code length} ASCII digits. */
    static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** Returns a number, not negative, with leading zeros up to the length. */
    static String padded(int number, int length) {
        String digits = Integer.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
