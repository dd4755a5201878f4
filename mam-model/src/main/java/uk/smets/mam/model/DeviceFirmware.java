package uk.smets.mam.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One device of a firmware notification: its identity, its current firmware and its target firmware (clause 7.3.2). All
 * five fields are optional.
 *
 * <p>Not a record, because its fields are null rather than {@link Optional} to halve its size.
 */
public final class DeviceFirmware {
    /** No device. */
    public static final DeviceFirmware NONE = builder().build();

    private final @Nullable String serialNumber;
    private final @Nullable String manufacturer;
    private final @Nullable String model;
    private final @Nullable String existingFirmware;
    private final @Nullable String targetFirmware;

    private DeviceFirmware(Builder builder) {
        serialNumber = builder.serialNumber;
        manufacturer = builder.manufacturer;
        model = builder.model;
        existingFirmware = builder.existingFirmware;
        targetFirmware = builder.targetFirmware;
    }

    /**
     * Returns a builder without values.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the device's serial number, or empty} */
    public Optional<String> serialNumber() {
        return Optional.ofNullable(serialNumber);
    }

    /** {@return the name of the device's manufacturer, or empty} */
    public Optional<String> manufacturer() {
        return Optional.ofNullable(manufacturer);
    }

    /** {@return the device's hardware model, or empty} */
    public Optional<String> model() {
        return Optional.ofNullable(model);
    }

    /** {@return the current firmware version (Existing FW in the MAM), or empty} */
    public Optional<String> existingFirmware() {
        return Optional.ofNullable(existingFirmware);
    }

    /** {@return the target firmware version (Target FW in the MAM), or empty} */
    public Optional<String> targetFirmware() {
        return Optional.ofNullable(targetFirmware);
    }

    /** {@return whether all fields are absent} */
    public boolean isEmpty() {
        return equals(NONE);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof DeviceFirmware that
                        && Objects.equals(serialNumber, that.serialNumber)
                        && Objects.equals(manufacturer, that.manufacturer)
                        && Objects.equals(model, that.model)
                        && Objects.equals(existingFirmware, that.existingFirmware)
                        && Objects.equals(targetFirmware, that.targetFirmware));
    }

    @Override
    public int hashCode() {
        return Objects.hash(serialNumber, manufacturer, model, existingFirmware, targetFirmware);
    }

    @Override
    public String toString() {
        return "DeviceFirmware[serialNumber=" + text(serialNumber) + ", manufacturer=" + text(manufacturer) + ", model="
                + text(model) + ", existingFirmware=" + text(existingFirmware) + ", targetFirmware="
                + text(targetFirmware) + "]";
    }

    private static String text(@Nullable String value) {
        return value == null ? "none" : value;
    }

    /** Builds devices. {@link #build()} keeps the values, so that a builder can build similar devices one after the other. */
    public static final class Builder {
        private @Nullable String serialNumber;
        private @Nullable String manufacturer;
        private @Nullable String model;
        private @Nullable String existingFirmware;
        private @Nullable String targetFirmware;

        private Builder() {}

        /**
         * Sets the device's serial number.
         *
         * @param serialNumber the serial number, or null
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder serialNumber(@Nullable String serialNumber) {
            this.serialNumber = CellText.checked(serialNumber, "serialNumber");
            return this;
        }

        /**
         * Sets the name of the device's manufacturer.
         *
         * @param manufacturer the name, or null
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder manufacturer(@Nullable String manufacturer) {
            this.manufacturer = CellText.checked(manufacturer, "manufacturer");
            return this;
        }

        /**
         * Sets the device's hardware model.
         *
         * @param model the model, or null
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder model(@Nullable String model) {
            this.model = CellText.checked(model, "model");
            return this;
        }

        /**
         * Sets the current firmware version.
         *
         * @param existingFirmware the version, or null
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder existingFirmware(@Nullable String existingFirmware) {
            this.existingFirmware = CellText.checked(existingFirmware, "existingFirmware");
            return this;
        }

        /**
         * Sets the target firmware version.
         *
         * @param targetFirmware the version, or null
         * @return this builder
         * @throws IllegalArgumentException if it is blank, or longer than a cell can hold
         */
        public Builder targetFirmware(@Nullable String targetFirmware) {
            this.targetFirmware = CellText.checked(targetFirmware, "targetFirmware");
            return this;
        }

        /** {@return a device with the values of this builder} */
        public DeviceFirmware build() {
            return new DeviceFirmware(this);
        }
    }
}
