package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which meters a supplier is responsible for in the rows of a Migration Schedule, as the caller knows it: for all rows, and for those of
 * some meter points otherwise (clause 6).
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults()
 *         .responsibilities(Responsibilities.ofAll(Responsibility.of(Responsibility.Meters.BOTH))
 *                 .withMpans(Map.of(mpan, Responsibility.of(Responsibility.Meters.ELECTRICITY))));
 * }</pre>
 *
 * @param all that of rows that no meter point is given for, or empty where it is not known
 * @param byMpan that of rows by their MPAN, which counts before that of their MPRN
 * @param byMprn that of rows by their MPRN, whose leading zeros do not count
 */
public record Responsibilities(
        Optional<Responsibility> all, Map<Mpan, Responsibility> byMpan, Map<Mprn, Responsibility> byMprn) {
    /** Nothing is known. */
    public static final Responsibilities UNSTATED = new Responsibilities(Optional.empty(), Map.of(), Map.of());

    /**
     * Creates the responsibilities.
     *
     * @param all that of rows that no meter point is given for
     * @param byMpan that of rows by their MPAN; copied
     * @param byMprn that of rows by their MPRN; copied without leading zeros
     * @throws IllegalArgumentException if two MPRNs differ in leading zeros only
     */
    public Responsibilities {
        requireNonNull(all, "all");
        byMpan = Map.copyOf(requireNonNull(byMpan, "byMpan"));
        byMprn = trimmed(requireNonNull(byMprn, "byMprn"));
    }

    private static Map<Mprn, Responsibility> trimmed(Map<Mprn, Responsibility> given) {
        Map<Mprn, Responsibility> trimmed = new HashMap<>();
        given.forEach((mprn, responsibility) -> trimmed.put(trimmed(mprn), responsibility));
        if (trimmed.size() < given.size()) {
            throw new IllegalArgumentException("byMprn: two MPRNs differ in leading zeros only");
        }
        return Map.copyOf(trimmed);
    }

    private static Mprn trimmed(Mprn mprn) {
        return mprn.hasLeadingZero() ? Mprn.of(Long.toString(mprn.number())) : mprn;
    }

    /**
     * Returns one responsibility for all rows.
     *
     * @param responsibility the responsibility
     * @return the responsibilities
     */
    public static Responsibilities ofAll(Responsibility responsibility) {
        return new Responsibilities(Optional.of(responsibility), Map.of(), Map.of());
    }

    /**
     * Returns the same with those of rows by their MPAN.
     *
     * @param values the responsibilities by MPAN, in place of those that were given before
     * @return the new responsibilities
     */
    public Responsibilities withMpans(Map<Mpan, Responsibility> values) {
        return new Responsibilities(all, values, byMprn);
    }

    /**
     * Returns the same with those of rows by their MPRN.
     *
     * @param values the responsibilities by MPRN, in place of those that were given before
     * @return the new responsibilities
     */
    public Responsibilities withMprns(Map<Mprn, Responsibility> values) {
        return new Responsibilities(all, byMpan, values);
    }

    /** {@return whether nothing is known of any row} */
    public boolean isUnstated() {
        return all.isEmpty() && byMpan.isEmpty() && byMprn.isEmpty();
    }

    /**
     * Returns the responsibility in a row.
     *
     * @param mpan the row's MPAN, or null
     * @param mprn the row's MPRN, or null
     * @return the responsibility, or empty if it was not stated
     */
    public Optional<Responsibility> of(@Nullable Mpan mpan, @Nullable Mprn mprn) {
        Responsibility own = mpan == null ? null : byMpan.get(mpan);
        if (own == null && mprn != null) {
            own = byMprn.get(trimmed(mprn));
        }
        return own == null ? all : Optional.of(own);
    }

    /** Meter points are not for logs. */
    @Override
    public String toString() {
        return "Responsibilities[all=" + all + ", " + byMpan.size() + " by MPAN, " + byMprn.size() + " by MPRN]";
    }
}
