package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Migration Authorisation: the meter points of one installation, when to migrate it, and the certificates
 * to put on its devices (clause 7.2.3).
 *
 * <p>A row may have errors: the rules are checked when a document is read, checked or written, not when a row is built.
 *
 * <pre>{@code
 * MigrationAuthorisationRow row = MigrationAuthorisationRow.dualFuel(mpan, mprn)
 *         .migrationWeek(week)
 *         .priority(true)
 *         .supplierCertificates(pair)
 *         .build();
 * }</pre>
 *
 * <p>Not a record, because its fields are null rather than {@link Optional} to halve the size of a row.
 */
public final class MigrationAuthorisationRow {
    private final @Nullable Mpan mpan;
    private final @Nullable Mprn mprn;
    private final @Nullable LocalDate migrateOn;
    private final @Nullable MigrationWeek migrationWeek;
    private final boolean priority;
    private final CertificateIds certificateIds;

    private MigrationAuthorisationRow(Builder builder, CertificateIds certificateIds) {
        this.mpan = builder.mpan;
        this.mprn = builder.mprn;
        this.migrateOn = builder.migrateOn;
        this.migrationWeek = builder.migrationWeek;
        this.priority = builder.priority;
        this.certificateIds = certificateIds;
    }

    /**
     * Returns a builder for an Active electricity meter.
     *
     * @param mpan its MPAN
     * @return the builder
     */
    public static Builder electricity(Mpan mpan) {
        return builder().mpan(requireNonNull(mpan, "mpan"));
    }

    /**
     * Returns a builder for an Active gas meter in an installation with another electricity supplier.
     *
     * @param mprn its MPRN
     * @return the builder
     */
    public static Builder gas(Mprn mprn) {
        return builder().mprn(requireNonNull(mprn, "mprn"));
    }

    /**
     * Returns a builder for an Active electricity meter and an Active gas meter.
     *
     * @param mpan the MPAN
     * @param mprn the MPRN
     * @return the builder
     */
    public static Builder dualFuel(Mpan mpan, Mprn mprn) {
        return electricity(mpan).mprn(requireNonNull(mprn, "mprn"));
    }

    /**
     * Returns a builder without values.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the values of this row.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder()
                .mpan(mpan)
                .mprn(mprn)
                .migrateOn(migrateOn)
                .migrationWeek(migrationWeek)
                .priority(priority)
                .certificateIds(certificateIds);
    }

    /** {@return the electricity meter point (mandatory for an Active ESME), or empty} */
    public Optional<Mpan> mpan() {
        return Optional.ofNullable(mpan);
    }

    /**
     * Returns the gas meter point: mandatory for an Active GSME, and absent if the gas meter is Dormant.
     *
     * @return the MPRN, or empty
     */
    public Optional<Mprn> mprn() {
        return Optional.ofNullable(mprn);
    }

    /** {@return the day of the Migration Week on which to migrate, in UTC, or empty for any day} */
    public Optional<LocalDate> migrateOn() {
        return Optional.ofNullable(migrateOn);
    }

    /**
     * Returns the Migration Week, which is mandatory unless {@link #migrateOn()} is given.
     *
     * @return the week, or empty
     */
    public Optional<MigrationWeek> migrationWeek() {
        return Optional.ofNullable(migrationWeek);
    }

    /**
     * Returns the week in which to migrate: the Migration Week or, if it is absent, the week of Migrate on.
     *
     * @return the week, or empty if both are absent
     */
    public Optional<MigrationWeek> effectiveWeek() {
        if (migrationWeek != null) {
            return Optional.of(migrationWeek);
        }
        return migrateOn().map(MigrationWeek::containing);
    }

    /** {@return whether the installation is to be migrated as a priority} */
    public boolean priority() {
        return priority;
    }

    /** {@return the certificates to put on the devices} */
    public CertificateIds certificateIds() {
        return certificateIds;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof MigrationAuthorisationRow that
                        && Objects.equals(mpan, that.mpan)
                        && Objects.equals(mprn, that.mprn)
                        && Objects.equals(migrateOn, that.migrateOn)
                        && Objects.equals(migrationWeek, that.migrationWeek)
                        && priority == that.priority
                        && certificateIds.equals(that.certificateIds));
    }

    @Override
    public int hashCode() {
        return Objects.hash(mpan, mprn, migrateOn, migrationWeek, priority, certificateIds);
    }

    /** Returns a description that contains the meter points. */
    @Override
    public String toString() {
        return "MigrationAuthorisationRow[mpan=" + text(mpan) + ", mprn=" + text(mprn) + ", migrateOn="
                + text(migrateOn)
                + ", migrationWeek=" + text(migrationWeek) + ", priority=" + priority + ", certificateIds="
                + certificateIds + "]";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    /** Builds rows. {@link #build()} keeps the values, so that a builder can build similar rows one after the other. */
    public static final class Builder {
        private @Nullable Mpan mpan;
        private @Nullable Mprn mprn;
        private @Nullable LocalDate migrateOn;
        private @Nullable MigrationWeek migrationWeek;
        private boolean priority;
        private CertificateIds certificateIds = CertificateIds.NONE;
        private @Nullable CertificatePair supplier;
        private @Nullable CertificatePair networkOperator;

        private Builder() {}

        /**
         * Sets the electricity meter point.
         *
         * @param mpan the MPAN, or null
         * @return this builder
         */
        public Builder mpan(@Nullable Mpan mpan) {
            this.mpan = mpan;
            return this;
        }

        /**
         * Sets the gas meter point.
         *
         * @param mprn the MPRN, or null
         * @return this builder
         */
        public Builder mprn(@Nullable Mprn mprn) {
            this.mprn = mprn;
            return this;
        }

        /**
         * Sets the day on which to migrate.
         *
         * @param migrateOn the date in UTC, in the years 1 to 9999, or null for any day of the week
         * @return this builder
         * @throws IllegalArgumentException if the year is not from 1 to 9999
         */
        public Builder migrateOn(@Nullable LocalDate migrateOn) {
            this.migrateOn = CompactDate.checked(migrateOn, "Migrate on");
            return this;
        }

        /**
         * Sets the Migration Week.
         *
         * @param migrationWeek the week, or null
         * @return this builder
         */
        public Builder migrationWeek(@Nullable MigrationWeek migrationWeek) {
            this.migrationWeek = migrationWeek;
            return this;
        }

        /**
         * Sets whether the installation is a priority.
         *
         * @param priority true for {@code Y}
         * @return this builder
         */
        public Builder priority(boolean priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Sets the ten certificates.
         *
         * @param certificateIds the ten, any of them absent
         * @return this builder
         */
        public Builder certificateIds(CertificateIds certificateIds) {
            this.certificateIds = requireNonNull(certificateIds, "certificateIds");
            return this;
        }

        /**
         * Sets the supplier's pair for every device of the row: for the ESME if it has an MPAN, and for the GPF and the
         * GSME if it has an MPRN. It replaces those of {@link #certificateIds}.
         *
         * @param supplier the supplier's pair
         * @return this builder
         */
        public Builder supplierCertificates(CertificatePair supplier) {
            this.supplier = requireNonNull(supplier, "supplier");
            return this;
        }

        /**
         * Sets the electricity Network Operator's pair for the ESME if the row has an MPAN. It replaces that of
         * {@link #certificateIds}.
         *
         * @param networkOperator the Network Operator's pair
         * @return this builder
         */
        public Builder networkOperatorCertificates(CertificatePair networkOperator) {
            this.networkOperator = requireNonNull(networkOperator, "networkOperator");
            return this;
        }

        /** {@return a row with the values of this builder} */
        public MigrationAuthorisationRow build() {
            return new MigrationAuthorisationRow(this, resolvedCertificateIds());
        }

        private CertificateIds resolvedCertificateIds() {
            CertificateIds ids = certificateIds;
            if (supplier != null) {
                ids = new CertificateIds(
                        mpan != null ? supplier : ids.esmeSupplier(),
                        ids.esmeNetworkOperator(),
                        mprn != null ? supplier : ids.gpfSupplier(),
                        ids.gpfNetworkOperator(),
                        mprn != null ? supplier : ids.gsmeSupplier());
            }
            return networkOperator != null && mpan != null ? ids.withEsmeNetworkOperator(networkOperator) : ids;
        }
    }
}
