package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a firmware notification: an installation with a Dormant Meter, when its devices may be upgraded, and the
 * current and target firmware (clause 7.3.2).
 *
 * <p>A row may have errors: the rules are checked when a document is read, checked or written, not when a row is built.
 *
 * <p>Not a record, because its fields are null rather than {@link Optional} to halve the size of a row.
 */
public final class FirmwareUpgradeRow {
    private final @Nullable Mpan mpan;
    private final @Nullable Mprn mprn;
    private final @Nullable LocalDate notBefore;
    private final @Nullable LocalDate notAfter;
    private final DeviceFirmware ch;
    private final DeviceFirmware esme;
    private final DeviceFirmware gsme;
    private final DeviceFirmware ppmid;

    private FirmwareUpgradeRow(Builder builder) {
        mpan = builder.mpan;
        mprn = builder.mprn;
        notBefore = builder.notBefore;
        notAfter = builder.notAfter;
        ch = builder.ch;
        esme = builder.esme;
        gsme = builder.gsme;
        ppmid = builder.ppmid;
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
                .notBefore(notBefore)
                .notAfter(notAfter)
                .ch(ch)
                .esme(esme)
                .gsme(gsme)
                .ppmid(ppmid);
    }

    /** {@return the electricity meter point, or empty} */
    public Optional<Mpan> mpan() {
        return Optional.ofNullable(mpan);
    }

    /** {@return the gas meter point, or empty} */
    public Optional<Mprn> mprn() {
        return Optional.ofNullable(mprn);
    }

    /** {@return the first day on which the devices may be upgraded (mandatory), or empty} */
    public Optional<LocalDate> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    /** {@return the last day on which the devices may be upgraded, or empty} */
    public Optional<LocalDate> notAfter() {
        return Optional.ofNullable(notAfter);
    }

    /** {@return the firmware of the Communications Hub} */
    public DeviceFirmware ch() {
        return ch;
    }

    /** {@return the firmware of the electricity meter} */
    public DeviceFirmware esme() {
        return esme;
    }

    /** {@return the firmware of the gas meter} */
    public DeviceFirmware gsme() {
        return gsme;
    }

    /** {@return the firmware of the Prepayment Meter Interface Device} */
    public DeviceFirmware ppmid() {
        return ppmid;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof FirmwareUpgradeRow that
                        && Objects.equals(mpan, that.mpan)
                        && Objects.equals(mprn, that.mprn)
                        && Objects.equals(notBefore, that.notBefore)
                        && Objects.equals(notAfter, that.notAfter)
                        && ch.equals(that.ch)
                        && esme.equals(that.esme)
                        && gsme.equals(that.gsme)
                        && ppmid.equals(that.ppmid));
    }

    @Override
    public int hashCode() {
        return Objects.hash(mpan, mprn, notBefore, notAfter, ch, esme, gsme, ppmid);
    }

    /** Returns a description that contains the meter points. */
    @Override
    public String toString() {
        return "FirmwareUpgradeRow[mpan=" + text(mpan) + ", mprn=" + text(mprn) + ", notBefore=" + text(notBefore)
                + ", notAfter=" + text(notAfter) + ", ch=" + ch + ", esme=" + esme + ", gsme=" + gsme + ", ppmid="
                + ppmid + "]";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    /** Builds rows. {@link #build()} keeps the values, so that a builder can build similar rows one after the other. */
    public static final class Builder {
        private @Nullable Mpan mpan;
        private @Nullable Mprn mprn;
        private @Nullable LocalDate notBefore;
        private @Nullable LocalDate notAfter;
        private DeviceFirmware ch = DeviceFirmware.NONE;
        private DeviceFirmware esme = DeviceFirmware.NONE;
        private DeviceFirmware gsme = DeviceFirmware.NONE;
        private DeviceFirmware ppmid = DeviceFirmware.NONE;

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
         * Sets the first day on which the devices may be upgraded.
         *
         * @param notBefore the date, in the years 1 to 9999, or null
         * @return this builder
         * @throws IllegalArgumentException if the year is not from 1 to 9999
         */
        public Builder notBefore(@Nullable LocalDate notBefore) {
            this.notBefore = CompactDate.checked(notBefore, "Not before");
            return this;
        }

        /**
         * Sets the last day on which the devices may be upgraded.
         *
         * @param notAfter the date, in the years 1 to 9999, or null
         * @return this builder
         * @throws IllegalArgumentException if the year is not from 1 to 9999
         */
        public Builder notAfter(@Nullable LocalDate notAfter) {
            this.notAfter = CompactDate.checked(notAfter, "Not after");
            return this;
        }

        /**
         * Sets the firmware of the Communications Hub.
         *
         * @param ch the device
         * @return this builder
         */
        public Builder ch(DeviceFirmware ch) {
            this.ch = requireNonNull(ch, "ch");
            return this;
        }

        /**
         * Sets the firmware of the electricity meter.
         *
         * @param esme the device
         * @return this builder
         */
        public Builder esme(DeviceFirmware esme) {
            this.esme = requireNonNull(esme, "esme");
            return this;
        }

        /**
         * Sets the firmware of the gas meter.
         *
         * @param gsme the device
         * @return this builder
         */
        public Builder gsme(DeviceFirmware gsme) {
            this.gsme = requireNonNull(gsme, "gsme");
            return this;
        }

        /**
         * Sets the firmware of the Prepayment Meter Interface Device.
         *
         * @param ppmid the device
         * @return this builder
         */
        public Builder ppmid(DeviceFirmware ppmid) {
            this.ppmid = requireNonNull(ppmid, "ppmid");
            return this;
        }

        /** {@return a row with the values of this builder} */
        public FirmwareUpgradeRow build() {
            return new FirmwareUpgradeRow(this);
        }
    }
}
