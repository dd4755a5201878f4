package uk.smets.mam.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bank holidays of England and Wales, including Good Friday and Christmas Day, as published by the government: on
 * the day to which they were moved, and on the substitute day if they fall on a weekend. Years that are not yet
 * published follow the Banking and Financial Dealings Act 1971.
 */
final class BankHolidays {
    static final int FIRST_YEAR = 2019;

    static final int LAST_YEAR = 2030;

    static final Set<LocalDate> ENGLAND_AND_WALES = Stream.of(
                    year(2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
                    // 8 May instead of 4 May: 75th anniversary of VE Day
                    year(2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
                    year(2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
                    // 2 June instead of 30 May, and 3 June: Platinum Jubilee
                    // 19 September: state funeral of Queen Elizabeth II
                    year(2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
                    // 8 May: coronation of King Charles III
                    year(2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
                    year(2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
                    year(2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
                    year(2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
                    year(2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
                    year(2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
                    year(2029, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
                    year(2030, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    private BankHolidays() {}

    private static Stream<LocalDate> year(int year, String monthsAndDays) {
        return Arrays.stream(monthsAndDays.split(" ", -1))
                .map(monthAndDay -> LocalDate.parse(year + "-" + monthAndDay));
    }
}
