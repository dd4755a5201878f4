package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Migration Schedule: an installation of Dormant Meters, when it is to be migrated, its devices, and what the supplier
 * answers, which is the Priority and the certificates to put on the devices (clause 7.4.2).
 *
 * <p>A row holds whatever a file may hold, sound or not; whether it may go out is for the rules to say when it is checked or written.
 *
 * <p>Not a record: its accessors answer with {@link Optional}, and holding those would double the size of a row, of which a document
 * has up to a million.
 */
public final class MigrationScheduleRow {
    private final @Nullable Mpan mpan;
    private final @Nullable Mprn mprn;
    private final @Nullable LocalDate notBefore;
    private final @Nullable LocalDate notAfter;
    private final @Nullable DeviceId chfDeviceId;
    private final @Nullable DeviceId gpfDeviceId;
    private final @Nullable DeviceId esmeDeviceId;
    private final @Nullable DeviceId gsmeDeviceId;
    private final @Nullable DeviceId ihdDeviceId;
    private final @Nullable DeviceId ppmidDeviceId;
    private final @Nullable DeviceId cadDeviceId;
    private final @Nullable String chSerialNumber;
    private final @Nullable String esmeSerialNumber;
    private final @Nullable String gsmeSerialNumber;
    private final @Nullable String ihdSerialNumber;
    private final @Nullable String ppmidSerialNumber;
    private final boolean priority;
    private final CertificateIds certificateIds;

    private MigrationScheduleRow(Builder builder) {
        mpan = builder.mpan;
        mprn = builder.mprn;
        notBefore = builder.notBefore;
        notAfter = builder.notAfter;
        chfDeviceId = builder.chfDeviceId;
        gpfDeviceId = builder.gpfDeviceId;
        esmeDeviceId = builder.esmeDeviceId;
        gsmeDeviceId = builder.gsmeDeviceId;
        ihdDeviceId = builder.ihdDeviceId;
        ppmidDeviceId = builder.ppmidDeviceId;
        cadDeviceId = builder.cadDeviceId;
        chSerialNumber = builder.chSerialNumber;
        esmeSerialNumber = builder.esmeSerialNumber;
        gsmeSerialNumber = builder.gsmeSerialNumber;
        ihdSerialNumber = builder.ihdSerialNumber;
        ppmidSerialNumber = builder.ppmidSerialNumber;
        priority = builder.priority;
        certificateIds = builder.certificateIds;
    }

    /**
     * Starts a row without fields.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Starts a row with the fields of this one.
     *
     * @return a builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return the electricity meter point, or empty} */
    public Optional<Mpan> mpan() {
        return Optional.ofNullable(mpan);
    }

    /** {@return the gas meter point, absent for an electricity-only installation, or empty} */
    public Optional<Mprn> mprn() {
        return Optional.ofNullable(mprn);
    }

    /** {@return the first day on which the installation may be migrated: mandatory, or empty} */
    public Optional<LocalDate> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** {@return the last day on which the installation may be migrated: mandatory, or empty} */
    public Optional<LocalDate> notAfter() {
        return Optional.ofNullable(notAfter);
    }

    /** {@return the Device ID of the Communications Hub Function: mandatory, or empty} */
    public Optional<DeviceId> chfDeviceId() {
        return Optional.ofNullable(chfDeviceId);
    }

    /** {@return the Device ID of the Gas Proxy Function, or empty} */
    public Optional<DeviceId> gpfDeviceId() {
        return Optional.ofNullable(gpfDeviceId);
    }

    /** {@return the Device ID of the electricity meter, or empty} */
    public Optional<DeviceId> esmeDeviceId() {
        return Optional.ofNullable(esmeDeviceId);
    }

    /** {@return the Device ID of the gas meter, or empty} */
    public Optional<DeviceId> gsmeDeviceId() {
        return Optional.ofNullable(gsmeDeviceId);
    }

    /** {@return the Device ID of the In-Home Display, or empty} */
    public Optional<DeviceId> ihdDeviceId() {
        return Optional.ofNullable(ihdDeviceId);
    }

    /** {@return the Device ID of the Prepayment Meter Interface Device, or empty} */
    public Optional<DeviceId> ppmidDeviceId() {
        return Optional.ofNullable(ppmidDeviceId);
    }

    /** {@return the Device ID of the Consumer Access Device, or empty} */
    public Optional<DeviceId> cadDeviceId() {
        return Optional.ofNullable(cadDeviceId);
    }

    /** {@return the serial number of the Communications Hub, or empty} */
    public Optional<String> chSerialNumber() {
        return Optional.ofNullable(chSerialNumber);
    }

    /** {@return the serial number of the electricity meter, or empty} */
    public Optional<String> esmeSerialNumber() {
        return Optional.ofNullable(esmeSerialNumber);
    }

    /** {@return the serial number of the gas meter, or empty} */
    public Optional<String> gsmeSerialNumber() {
        return Optional.ofNullable(gsmeSerialNumber);
    }

    /** {@return the serial number of the In-Home Display, or empty} */
    public Optional<String> ihdSerialNumber() {
        return Optional.ofNullable(ihdSerialNumber);
    }

    /** {@return the serial number of the Prepayment Meter Interface Device, or empty} */
    public Optional<String> ppmidSerialNumber() {
        return Optional.ofNullable(ppmidSerialNumber);
    }

    /** {@return whether the supplier asks for the installation to be migrated as a priority} */
    public boolean priority() {
        return priority;
    }

    /** {@return the certificates that the supplier wants on the devices; none as DCC sends the schedule} */
    public CertificateIds certificateIds() {
        return certificateIds;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof MigrationScheduleRow that
                        && Objects.equals(mpan, that.mpan)
                        && Objects.equals(mprn, that.mprn)
                        && Objects.equals(notBefore, that.notBefore)
                        && Objects.equals(notAfter, that.notAfter)
                        && Objects.equals(chfDeviceId, that.chfDeviceId)
                        && Objects.equals(gpfDeviceId, that.gpfDeviceId)
                        && Objects.equals(esmeDeviceId, that.esmeDeviceId)
                        && Objects.equals(gsmeDeviceId, that.gsmeDeviceId)
                        && Objects.equals(ihdDeviceId, that.ihdDeviceId)
                        && Objects.equals(ppmidDeviceId, that.ppmidDeviceId)
                        && Objects.equals(cadDeviceId, that.cadDeviceId)
                        && Objects.equals(chSerialNumber, that.chSerialNumber)
                        && Objects.equals(esmeSerialNumber, that.esmeSerialNumber)
                        && Objects.equals(gsmeSerialNumber, that.gsmeSerialNumber)
                        && Objects.equals(ihdSerialNumber, that.ihdSerialNumber)
                        && Objects.equals(ppmidSerialNumber, that.ppmidSerialNumber)
                        && priority == that.priority
                        && certificateIds.equals(that.certificateIds));
    }

    @Override
    public int hashCode() {
        return Objects.hash(mpan, mprn, notBefore, notAfter, chfDeviceId, esmeDeviceId, priority, certificateIds);
    }

    /** The row in words, with the meter points in full. */
    @Override
    public String toString() {
        return "MigrationScheduleRow[mpan=" + text(mpan) + ", mprn=" + text(mprn) + ", notBefore=" + text(notBefore)
                + ", notAfter=" + text(notAfter) + ", chfDeviceId=" + text(chfDeviceId) + ", gpfDeviceId="
                + text(gpfDeviceId) + ", esmeDeviceId=" + text(esmeDeviceId) + ", gsmeDeviceId=" + text(gsmeDeviceId)
                + ", ihdDeviceId=" + text(ihdDeviceId) + ", ppmidDeviceId=" + text(ppmidDeviceId) + ", cadDeviceId="
                + text(cadDeviceId) + ", chSerialNumber=" + text(chSerialNumber) + ", esmeSerialNumber="
                + text(esmeSerialNumber) + ", gsmeSerialNumber=" + text(gsmeSerialNumber) + ", ihdSerialNumber="
                + text(ihdSerialNumber) + ", ppmidSerialNumber=" + text(ppmidSerialNumber) + ", priority=" + priority
                + ", certificateIds=" + certificateIds + "]";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    /** Builds rows one after the other; each {@link #build()} leaves it as it is, ready for the next row. */
    public static final class Builder {
        private @Nullable Mpan mpan;
        private @Nullable Mprn mprn;
        private @Nullable LocalDate notBefore;
        private @Nullable LocalDate notAfter;
        private @Nullable DeviceId chfDeviceId;
        private @Nullable DeviceId gpfDeviceId;
        private @Nullable DeviceId esmeDeviceId;
        private @Nullable DeviceId gsmeDeviceId;
        private @Nullable DeviceId ihdDeviceId;
        private @Nullable DeviceId ppmidDeviceId;
        private @Nullable DeviceId cadDeviceId;
        private @Nullable String chSerialNumber;
        private @Nullable String esmeSerialNumber;
        private @Nullable String gsmeSerialNumber;
        private @Nullable String ihdSerialNumber;
        private @Nullable String ppmidSerialNumber;
        private boolean priority;
        private CertificateIds certificateIds = CertificateIds.NONE;

        private Builder() {}

        private Builder(MigrationScheduleRow row) {
            mpan = row.mpan;
            mprn = row.mprn;
            notBefore = row.notBefore;
            notAfter = row.notAfter;
            chfDeviceId = row.chfDeviceId;
            gpfDeviceId = row.gpfDeviceId;
            esmeDeviceId = row.esmeDeviceId;
            gsmeDeviceId = row.gsmeDeviceId;
            ihdDeviceId = row.ihdDeviceId;
            ppmidDeviceId = row.ppmidDeviceId;
            cadDeviceId = row.cadDeviceId;
            chSerialNumber = row.chSerialNumber;
            esmeSerialNumber = row.esmeSerialNumber;
            gsmeSerialNumber = row.gsmeSerialNumber;
            ihdSerialNumber = row.ihdSerialNumber;
            ppmidSerialNumber = row.ppmidSerialNumber;
            priority = row.priority;
            certificateIds = row.certificateIds;
        }

        /**
         * Gives the electricity meter point.
         *
         * @param mpan the MPAN, or null for none
         * @return this builder
         */
        public Builder mpan(@Nullable Mpan mpan) {
            this.mpan = mpan;
            return this;
        }

        /**
         * Gives the gas meter point.
         *
         * @param mprn the MPRN, or null for none
         * @return this builder
         */
        public Builder mprn(@Nullable Mprn mprn) {
            this.mprn = mprn;
            return this;
        }

        /**
         * Gives the first day on which the installation may be migrated.
         *
         * @param notBefore the date, in the years 1 to 9999, or null for none
         * @return this builder
         * @throws IllegalArgumentException if the year is not one of 1 to 9999
         */
        public Builder notBefore(@Nullable LocalDate notBefore) {
            this.notBefore = CompactDate.checked(notBefore, "Not before");
            return this;
        }

        /**
         * Gives the last day on which the installation may be migrated.
         *
         * @param notAfter the date, in the years 1 to 9999, or null for none
         * @return this builder
         * @throws IllegalArgumentException if the year is not one of 1 to 9999
         */
        public Builder notAfter(@Nullable LocalDate notAfter) {
            this.notAfter = CompactDate.checked(notAfter, "Not after");
            return this;
        }

        /**
         * Gives the Device ID of the Communications Hub Function.
         *
         * @param chfDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder chfDeviceId(@Nullable DeviceId chfDeviceId) {
            this.chfDeviceId = chfDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the Gas Proxy Function.
         *
         * @param gpfDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder gpfDeviceId(@Nullable DeviceId gpfDeviceId) {
            this.gpfDeviceId = gpfDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the electricity meter.
         *
         * @param esmeDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder esmeDeviceId(@Nullable DeviceId esmeDeviceId) {
            this.esmeDeviceId = esmeDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the gas meter.
         *
         * @param gsmeDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder gsmeDeviceId(@Nullable DeviceId gsmeDeviceId) {
            this.gsmeDeviceId = gsmeDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the In-Home Display.
         *
         * @param ihdDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder ihdDeviceId(@Nullable DeviceId ihdDeviceId) {
            this.ihdDeviceId = ihdDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the Prepayment Meter Interface Device.
         *
         * @param ppmidDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder ppmidDeviceId(@Nullable DeviceId ppmidDeviceId) {
            this.ppmidDeviceId = ppmidDeviceId;
            return this;
        }

        /**
         * Gives the Device ID of the Consumer Access Device.
         *
         * @param cadDeviceId the Device ID, or null for none
         * @return this builder
         */
        public Builder cadDeviceId(@Nullable DeviceId cadDeviceId) {
            this.cadDeviceId = cadDeviceId;
            return this;
        }

        /**
         * Gives the serial number of the Communications Hub.
         *
         * @param chSerialNumber it, or null for none
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder chSerialNumber(@Nullable String chSerialNumber) {
            this.chSerialNumber = CellText.checked(chSerialNumber, "chSerialNumber");
            return this;
        }

        /**
         * Gives the serial number of the electricity meter.
         *
         * @param esmeSerialNumber it, or null for none
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder esmeSerialNumber(@Nullable String esmeSerialNumber) {
            this.esmeSerialNumber = CellText.checked(esmeSerialNumber, "esmeSerialNumber");
            return this;
        }

        /**
         * Gives the serial number of the gas meter.
         *
         * @param gsmeSerialNumber it, or null for none
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder gsmeSerialNumber(@Nullable String gsmeSerialNumber) {
            this.gsmeSerialNumber = CellText.checked(gsmeSerialNumber, "gsmeSerialNumber");
            return this;
        }

        /**
         * Gives the serial number of the In-Home Display.
         *
         * @param ihdSerialNumber it, or null for none
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder ihdSerialNumber(@Nullable String ihdSerialNumber) {
            this.ihdSerialNumber = CellText.checked(ihdSerialNumber, "ihdSerialNumber");
            return this;
        }

        /**
         * Gives the serial number of the Prepayment Meter Interface Device.
         *
         * @param ppmidSerialNumber it, or null for none
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder ppmidSerialNumber(@Nullable String ppmidSerialNumber) {
            this.ppmidSerialNumber = CellText.checked(ppmidSerialNumber, "ppmidSerialNumber");
            return this;
        }

        /**
         * Says whether the installation is a priority.
         *
         * @param priority true for {@code Y}
         * @return this builder
         */
        public Builder priority(boolean priority) {
            this.priority = priority;
            return this;
        }

        /**
         * Gives all ten certificates.
         *
         * @param certificateIds the ten, any of them absent
         * @return this builder
         */
        public Builder certificateIds(CertificateIds certificateIds) {
            this.certificateIds = requireNonNull(certificateIds, "certificateIds");
            return this;
        }

        /**
         * Builds the row.
         *
         * @return the row
         */
        public MigrationScheduleRow build() {
            return new MigrationScheduleRow(this);
        }
    }
}
