package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Identifies the row of a Migration Schedule that an answer is for: by its number on the sheet, its MPAN, its MPRN, or several of these,
 * which must then all match the same row.
 *
 * <pre>{@code
 * ScheduleRowKey key = ScheduleRowKey.of(7).withMpan(mpan).writtenAt(new Location.Line("answers.csv", 4));
 * }</pre>
 *
 * @param number the number of the row, as shown by a spreadsheet program, from 1
 * @param mpan its electricity meter point
 * @param mprn its gas meter point; leading zeros are ignored
 * @param origin the line that contains the answer, for messages about it
 */
public record ScheduleRowKey(
        OptionalInt number, Optional<Mpan> mpan, Optional<Mprn> mprn, Optional<Location.Line> origin) {
    /**
     * Creates a key.
     *
     * @param number the number of the row, from 1
     * @param mpan its electricity meter point
     * @param mprn its gas meter point
     * @param origin the line that contains the answer, for messages about it
     * @throws IllegalArgumentException if the number is less than 1, or no row is identified
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
            throw new IllegalArgumentException("key: nothing identifies a row: give its number, its MPAN or its MPRN");
        }
    }

    /**
     * Returns the key of a row by its number.
     *
     * @param number the number, as shown by a spreadsheet program, from 1
     * @return the key
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static ScheduleRowKey of(int number) {
        return new ScheduleRowKey(OptionalInt.of(number), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the key of a row by its electricity meter point.
     *
     * @param mpan the MPAN
     * @return the key
     */
    public static ScheduleRowKey of(Mpan mpan) {
        return new ScheduleRowKey(OptionalInt.empty(), Optional.of(mpan), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the key of a row by its gas meter point.
     *
     * @param mprn the MPRN
     * @return the key
     */
    public static ScheduleRowKey of(Mprn mprn) {
        return new ScheduleRowKey(OptionalInt.empty(), Optional.empty(), Optional.of(mprn), Optional.empty());
    }

    /**
     * Returns the same key, which must also match the row's electricity meter point.
     *
     * @param value the MPAN
     * @return the new key
     */
    public ScheduleRowKey withMpan(Mpan value) {
        return new ScheduleRowKey(number, Optional.of(value), mprn, origin);
    }

    /**
     * Returns the same key, which must also match the row's gas meter point.
     *
     * @param value the MPRN
     * @return the new key
     */
    public ScheduleRowKey withMprn(Mprn value) {
        return new ScheduleRowKey(number, mpan, Optional.of(value), origin);
    }

    /**
     * Returns the same key for an answer from a file: messages about the answer cite the line.
     *
     * @param line the line
     * @return the new key
     */
    public ScheduleRowKey writtenAt(Location.Line line) {
        return new ScheduleRowKey(number, mpan, mprn, Optional.of(line));
    }
}
