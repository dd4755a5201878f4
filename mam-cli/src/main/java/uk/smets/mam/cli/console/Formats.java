package uk.smets.mam.cli.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers, documents, days and durations as text. */
public final class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private Formats() {}

    /** {@code 1 row}, {@code 1,200 rows}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code Monday 5 August 2019}. */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Returns a duration in its two largest units: {@code 1 day 3 hours}, {@code 40 minutes}. */
    public static String span(Duration span) {
        long days = span.toDays();
        if (days >= 7) {
            return count(days, "day");
        }
        if (days > 0) {
            return count(days, "day") + (span.toHoursPart() > 0 ? " " + count(span.toHoursPart(), "hour") : "");
        }
        if (span.toHours() > 0) {
            return count(span.toHours(), "hour")
                    + (span.toMinutesPart() > 0 ? " " + count(span.toMinutesPart(), "minute") : "");
        }
        return span.toMinutes() > 0 ? count(span.toMinutes(), "minute") : "less than a minute";
    }
}
