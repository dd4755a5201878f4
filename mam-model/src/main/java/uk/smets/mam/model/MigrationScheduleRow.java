package uk.smets.mam.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Migration Schedule: an installation of Dormant Meters, when it is migrated, its devices, and the
 * supplier's answers, which are the Priority and the certificates to put on the devices (clause 7.4.2).
 *
 * <p>A row may have errors: the rules are checked when a document is read, checked or written, not when a row is built.
 *
 * <p>Not a record, because its fields are null rather than {@link Optional} to halve the size of a row.
 */
public final class MigrationScheduleRow {
    final @Nullable Mpan mpan;
    final @Nullable Mprn mprn;
    final @Nullable LocalDate notBefore;
    final @Nullable LocalDate notAfter;
    final @Nullable DeviceId chfDeviceId;
    final @Nullable DeviceId gpfDeviceId;
    final @Nullable DeviceId esmeDeviceId;
    final @Nullable DeviceId gsmeDeviceId;
    final @Nullable DeviceId ihdDeviceId;
    final @Nullable DeviceId ppmidDeviceId;
    final @Nullable DeviceId cadDeviceId;
    final @Nullable String chSerialNumber;
    final @Nullable String esmeSerialNumber;
    final @Nullable String gsmeSerialNumber;
    final @Nullable String ihdSerialNumber;
    final @Nullable String ppmidSerialNumber;
    final boolean priority;
    final CertificateIds certificateIds;

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
        return new Builder(this);
    }

    /** {@return the electricity meter point, or empty} */
    public Optional<Mpan> mpan() {
        return Optional.ofNullable(mpan);
    }

    /** {@return the gas meter point, or empty for an electricity-only installation} */
    public Optional<Mprn> mprn() {
        return Optional.ofNullable(mprn);
    }

    /** {@return the first day on which the installation may be migrated (mandatory), or empty} */
    public Optional<LocalDate> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** {@return the last day on which the installation may be migrated (mandatory), or empty} */
    public Optional<LocalDate> notAfter() {
        return Optional.ofNullable(notAfter);
    }

    /** {@return the Device ID of the Communications Hub Function (mandatory), or empty} */
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

    /** {@return whether the supplier asks for priority} */
    public boolean priority() {
        return priority;
    }

    /** {@return the certificates to put on the devices; absent in the schedule that DCC sends} */
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

    /** Returns a description that contains the meter points. */
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

    /** Builds rows. {@link #build()} keeps the values, so that a builder can build similar rows one after the other. */
    public static final class Builder extends ScheduleRowFields {
        private Builder() {}

        private Builder(MigrationScheduleRow row) {
            super(row);
        }

        @Override
        Builder self() {
            return this;
        }

        /** {@return a row with the values of this builder} */
        public MigrationScheduleRow build() {
            return new MigrationScheduleRow(this);
        }
    }
}
