package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * Which meters of an installation the supplier that answers a Migration Schedule is responsible for, and who is
 * responsible for the others (clause 6). The schedule does not contain this: a row with an MPAN and an MPRN may have
 * one Responsible Supplier or two.
 *
 * <pre>{@code
 * Responsibility responsibility =
 *         Responsibility.of(Responsibility.Meters.ELECTRICITY).withAffiliate().withGroupId("EA");
 * }</pre>
 *
 * @param meters the meters that the supplier is responsible for
 * @param affiliated whether the supplier of the other meters is an affiliate; ignored if there are no others
 * @param groupId the GroupID of the installation, such as {@code EA}, or empty if it is not known
 */
public record Responsibility(Meters meters, boolean affiliated, Optional<String> groupId) {
    /** The meters of a row that one supplier is responsible for. */
    public enum Meters {
        /** The ESME. */
        ELECTRICITY,
        /** The GSME, with its GPF. */
        GAS,
        /** All meters of the installation. */
        BOTH;

        /** {@return the name in files and options} */
        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Creates the responsibility.
     *
     * @param meters the meters that the supplier is responsible for
     * @param affiliated whether the supplier of the other meters is an affiliate
     * @param groupId the GroupID of the installation
     * @throws IllegalArgumentException if the GroupID is not valid: see {@link AffiliateGroups#requireGroupId}
     */
    public Responsibility {
        requireNonNull(meters, "meters");
        requireNonNull(groupId, "groupId").ifPresent(AffiliateGroups::requireGroupId);
    }

    /**
     * Returns the responsibility for some meters, with the others those of a supplier that is not affiliated.
     *
     * @param meters the meters
     * @return the responsibility
     */
    public static Responsibility of(Meters meters) {
        return new Responsibility(meters, false, Optional.empty());
    }

    /** {@return this responsibility with an affiliate as the supplier of the other meters} */
    public Responsibility withAffiliate() {
        return new Responsibility(meters, true, groupId);
    }

    /**
     * Returns this responsibility with a GroupID.
     *
     * @param id the GroupID, such as {@code EA}
     * @return the new responsibility
     * @throws IllegalArgumentException if it is not valid
     */
    public Responsibility withGroupId(String id) {
        return new Responsibility(meters, affiliated, Optional.of(id));
    }

    /**
     * Returns whether the supplier is responsible for a meter.
     *
     * @param fuel what the meter measures
     * @return false if it is another supplier's
     */
    public boolean covers(MeterToCommission.Fuel fuel) {
        return switch (requireNonNull(fuel, "fuel")) {
            case ELECTRICITY -> meters != Meters.GAS;
            case GAS -> meters != Meters.ELECTRICITY;
        };
    }
}
