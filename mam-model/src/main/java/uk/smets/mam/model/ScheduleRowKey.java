package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What names the row of a Migration Schedule that an answer is to: its number on the sheet, its MPAN, its MPRN, or several of these, which
 * must then all be those of one row.
 *
 * <pre>{@code
 * ScheduleRowKey key = ScheduleRowKey.of(7).withMpan(mpan).writtenAt(new Location.Line("answers.csv", 4));
 * }</pre>
 *
 * @param number the number of the row, as a spreadsheet program shows it, from 1
 * @param mpan its electricity meter point
 * @param mprn its gas meter point; leading zeros do not count
 * @param origin where the answer is written, for messages about it
 */
public record ScheduleRowKey(
        OptionalInt number, Optional<Mpan> mpan, Optional<Mprn> mprn, Optional<Location.Line> origin) {
    /**
     * Creates a key.
     *
     * @param number the number of the row, from 1
     * @param mpan its electricity meter point
     * @param mprn its gas meter point
     * @param origin where the answer is written, for messages about it
     * @throws IllegalArgumentException where the number is less than 1, or nothing names a row
     */
    public ScheduleRowKey {
        requireNonNull(number, "number");
        requireNonNull(mpan, "mpan");
        requireNonNull(mprn, "mprn");
        requireNonNull(origin, "origin");
        if (number.orElse(1) < 1) {
            throw new IllegalArgumentException("row: rows are counted from 1; got " + number.getAsInt());
        }
        if (number.isEmpty() && mpan.isEmpty() && mprn.isEmpty()) {
            throw new IllegalArgumentException("key: nothing names a row: give its number, its MPAN or its MPRN");
        }
    }

    /**
     * Names a row by its number.
     *
     * @param number the number, as a spreadsheet program shows it, from 1
     * @return the key
     * @throws IllegalArgumentException where the number is less than 1
     */
    public static ScheduleRowKey of(int number) {
        return new ScheduleRowKey(OptionalInt.of(number), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Names a row by its electricity meter point.
     *
     * @param mpan the MPAN
     * @return the key
     */
    public static ScheduleRowKey of(Mpan mpan) {
        return new ScheduleRowKey(OptionalInt.empty(), Optional.of(mpan), Optional.empty(), Optional.empty());
    }

    /**
     * Names a row by its gas meter point.
     *
     * @param mprn the MPRN
     * @return the key
     */
    public static ScheduleRowKey of(Mprn mprn) {
        return new ScheduleRowKey(OptionalInt.empty(), Optional.empty(), Optional.of(mprn), Optional.empty());
    }

    /**
     * The same key, which the row's electricity meter point must agree with too.
     *
     * @param value the MPAN
     * @return the new key
     */
    public ScheduleRowKey withMpan(Mpan value) {
        return new ScheduleRowKey(number, Optional.of(value), mprn, origin);
    }

    /**
     * The same key, which the row's gas meter point must agree with too.
     *
     * @param value the MPRN
     * @return the new key
     */
    public ScheduleRowKey withMprn(Mprn value) {
        return new ScheduleRowKey(number, mpan, Optional.of(value), origin);
    }

    /**
     * The same key of an answer that is written in a file: messages about the answer name the line.
     *
     * @param line the line
     * @return the new key
     */
    public ScheduleRowKey writtenAt(Location.Line line) {
        return new ScheduleRowKey(number, mpan, mprn, Optional.of(line));
    }
}
