package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.Arguments;

/**
 * Which meters a supplier is responsible for in the rows of a Migration Schedule (clause 6): one default for all rows,
 * and others by meter point.
 *
 * <pre>{@code
 * ValidationOptions options = ValidationOptions.defaults()
 *         .responsibilities(Responsibilities.ofAll(Responsibility.of(Responsibility.Meters.BOTH))
 *                 .withMpans(Map.of(mpan, Responsibility.of(Responsibility.Meters.ELECTRICITY))));
 * }</pre>
 *
 * @param all the default for all rows, or empty if it is not known
 * @param byMpan the responsibility by MPAN, which takes precedence over that by MPRN
 * @param byMprn the responsibility by MPRN, with leading zeros ignored
 */
public record Responsibilities(
        Optional<Responsibility> all, Map<Mpan, Responsibility> byMpan, Map<Mprn, Responsibility> byMprn) {
    /** No responsibility is known. */
    public static final Responsibilities UNSTATED = new Responsibilities(Optional.empty(), Map.of(), Map.of());

    /**
     * Creates the responsibilities.
     *
     * @param all the default for all rows
     * @param byMpan the responsibility by MPAN, which is copied
     * @param byMprn the responsibility by MPRN, which is copied without leading zeros
     * @throws IllegalArgumentException if two MPRNs differ only in leading zeros
     */
    public Responsibilities {
        requireNonNull(all, "all");
        byMpan = Arguments.mapOf(byMpan, "byMpan");
        byMprn = trimmed(Arguments.mapOf(byMprn, "byMprn"));
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
     * Returns the same responsibility for all rows.
     *
     * @param responsibility the responsibility
     * @return the responsibilities
     */
    public static Responsibilities ofAll(Responsibility responsibility) {
        return new Responsibilities(Optional.of(responsibility), Map.of(), Map.of());
    }

    /**
     * Returns these responsibilities with others by MPAN.
     *
     * @param values the responsibilities by MPAN, which replace all earlier ones
     * @return the new responsibilities
     */
    public Responsibilities withMpans(Map<Mpan, Responsibility> values) {
        return new Responsibilities(all, values, byMprn);
    }

    /**
     * Returns these responsibilities with others by MPRN.
     *
     * @param values the responsibilities by MPRN, which replace all earlier ones
     * @return the new responsibilities
     */
    public Responsibilities withMprns(Map<Mprn, Responsibility> values) {
        return new Responsibilities(all, byMpan, values);
    }

    /** {@return whether no responsibility is known} */
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

    /** Returns a description without meter points. */
    @Override
    public String toString() {
        return "Responsibilities[all=" + all + ", " + byMpan.size() + " by MPAN, " + byMprn.size() + " by MPRN]";
    }
}
