package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A cell whose value in a response differs from the schedule.
 *
 * @param at its place in the response, with the number and name of its field, if any
 * @param scheduleRow the number of the row in the schedule, from 1
 * @param before the value in the schedule, or empty
 * @param after the value in the response, or empty
 * @param allowed whether a response may change it, which is true for yellow fields (clause 7.4.2)
 */
public record CellChange(
        Location.Cell at, int scheduleRow, Optional<String> before, Optional<String> after, boolean allowed) {
    /**
     * Creates the change.
     *
     * @param at its place in the response
     * @param scheduleRow the number of the row in the schedule
     * @param before the value in the schedule
     * @param after the value in the response
     * @param allowed whether a response may change it
     */
    public CellChange {
        requireNonNull(at, "at");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /** Returns the place and kind of the change, without the values, which may be meter points. */
    @Override
    public String toString() {
        String what = before.isEmpty() ? "filled" : after.isEmpty() ? "emptied" : "changed";
        return at + ": " + what + (allowed ? "" : ", which a response may not do");
    }
}
