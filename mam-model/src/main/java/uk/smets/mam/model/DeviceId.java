package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The Device ID of a smart metering device: an EUI-64 (clause 7.4.2). It is written as 8 pairs of hexadecimal digits
 * joined by hyphens, such as {@code 00-DB-12-34-56-78-90-A0}. The form without hyphens can also be read.
 *
 * <p>Device IDs are ordered by their wire form.
 *
 * @param value the 64 bits, the first octet of the wire form in the highest 8 bits; every {@code long} is a Device ID
 */
public record DeviceId(long value) implements Comparable<DeviceId> {
    private static final String FORM =
            "a Device ID is 8 pairs of hexadecimal digits, with or without hyphens, such as 00-DB-12-34-56-78-90-A0";

    /**
     * Returns the Device ID in {@code text}, in upper or lower case.
     *
     * @param text 23 characters with hyphens, or 16 without
     * @return the Device ID
     * @throws IllegalArgumentException if {@code text} is not 8 pairs of hexadecimal digits
     */
    public static DeviceId of(String text) {
        String defect = Eui64.defectOf(requireNonNull(text, "text"));
        if (defect != null) {
            throw new IllegalArgumentException(FORM + "; " + defect);
        }
        return new DeviceId(Eui64.decode(text));
    }

    /**
     * Returns the Device ID in {@code text}, or empty if it is not valid.
     *
     * @param text the text
     * @return the Device ID, or empty if {@code text} is not 8 pairs of hexadecimal digits, with or without hyphens
     */
    public static Optional<DeviceId> find(String text) {
        return Eui64.defectOf(requireNonNull(text, "text")) == null
                ? Optional.of(new DeviceId(Eui64.decode(text)))
                : Optional.empty();
    }

    /** {@return the order of the wire forms, which is the unsigned order of the values} */
    @Override
    public int compareTo(DeviceId other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** {@return the wire form: 23 characters, hexadecimal digits in upper case, with hyphens} */
    @Override
    public String toString() {
        return Eui64.format(value);
    }
}
