package uk.smets.mam.cli.table;

import java.io.IOException;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import uk.smets.mam.cli.console.CommandException;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.model.WorkingDays;

/**
 * Reads bank holidays that the library does not have: in each line a day and, if that day replaces a bank holiday, the day that it
 * replaces. For a year that the library does not have, all bank holidays are given.
 */
public final class BankHolidaysFile implements ListFile.Lines {
    /** The third is the form of spreadsheet programs. */
    private static final DateTimeFormatter FORMS = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd][uuuuMMdd][dd/MM/uuuu]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final String DATE = "DATE";
    private static final String INSTEAD_OF = "INSTEAD OF";

    /** A bank holiday and its line. */
    private record Day(long line, LocalDate date) {}

    /** A bank holiday that is moved, and its line. */
    private record Move(long line, LocalDate from, LocalDate to) {}

    private final List<Day> days = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();

    private BankHolidaysFile() {}

    public static WorkingDays read(Console console, String name) throws IOException {
        BankHolidaysFile file = new BankHolidaysFile();
        ListFile.read(console, name, file);
        return file.in(WorkingDays.ofEnglandAndWales(), name);
    }

    @Override
    public boolean isHeading(String text) {
        String heading = text.strip().toUpperCase(Locale.ROOT);
        return heading.equals(DATE) || heading.equals(INSTEAD_OF);
    }

    @Override
    public void headings(List<String> headings) {
        if (!heading(headings, 0).equals(DATE)
                || headings.size() > 1 && !heading(headings, 1).equals(INSTEAD_OF)) {
            throw new IllegalArgumentException("the columns are Date and Instead of, in this order");
        }
    }

    private static String heading(List<String> headings, int column) {
        return headings.get(column).toUpperCase(Locale.ROOT);
    }

    @Override
    public void line(long number, List<String> values) {
        if (values.stream().skip(2).anyMatch(value -> !value.isEmpty())) {
            throw new IllegalArgumentException(
                    "the line has more than two values: write a bank holiday and, if it replaces one, the day that it"
                            + " replaces");
        }
        LocalDate date = date(values.get(0));
        if (values.size() > 1 && !values.get(1).isEmpty()) {
            moves.add(new Move(number, date(values.get(1)), date));
        } else {
            days.add(new Day(number, date));
        }
    }

    @Override
    public boolean isValue(String text) {
        ParsePosition position = new ParsePosition(0);
        return FORMS.parseUnresolved(text, position) != null && position.getIndex() == text.length();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, FORMS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date: write it as 2031-05-05", e);
        }
    }

    private WorkingDays in(WorkingDays known, String name) throws CommandException {
        WorkingDays calendar = withYears(known, name);
        for (Day day : days) {
            if (known.knows(day.date().getYear())) {
                calendar = calendar.withBankHoliday(day.date());
            }
        }
        for (Move move : moves) {
            try {
                calendar = calendar.withBankHolidayMoved(move.from(), move.to());
            } catch (IllegalArgumentException e) {
                throw ListFile.unusable(name, move.line(), e);
            }
        }
        return calendar;
    }

    private WorkingDays withYears(WorkingDays known, String name) throws CommandException {
        Map<Integer, List<Day>> years = new TreeMap<>();
        for (Day day : days) {
            if (!known.knows(day.date().getYear())) {
                years.computeIfAbsent(day.date().getYear(), none -> new ArrayList<>())
                        .add(day);
            }
        }
        WorkingDays calendar = known;
        for (Map.Entry<Integer, List<Day>> year : years.entrySet()) {
            List<Day> given = year.getValue();
            try {
                calendar = calendar.withYear(
                        year.getKey(), given.stream().map(Day::date).toList());
            } catch (IllegalArgumentException e) {
                throw ListFile.unusable(name, given.get(0).line(), e);
            }
        }
        return calendar;
    }
}
