package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDayTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "2019, 0, 1",
        "2019, 13, 1",
        "2019, 99, 1",
        "2019, 1, 0",
        "2019, 1, 32",
        "2019, 4, 31",
        "2019, 2, 29",
        "1900, 2, 29",
        "2100, 2, 29",
    })
    void dateThatDoesNotExistIsNull(int year, int month, int day) {
        assertThat(CalendarDay.of(year, month, day)).isNull();
    }

    @Test
    void leapDayIsADayOfItsYear() {
        assertThat(CalendarDay.of(2020, 2, 29)).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(CalendarDay.of(2000, 2, 29)).isEqualTo(LocalDate.of(2000, 2, 29));
    }

    @Property(tries = 500)
    void dayIsTheOneOfTheCalendarOrNull(
            @ForAll @IntRange(min = 1, max = 9999) int year,
            @ForAll @IntRange(min = 0, max = 14) int month,
            @ForAll @IntRange(min = 0, max = 33) int day) {
        LocalDate expected;
        try {
            expected = LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            expected = null;
        }
        assertThat(CalendarDay.of(year, month, day)).isEqualTo(expected);
    }
}
