package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SMETS1 Smart Meter System Operators of the MAM, with their codes of three upper-case letters (clause 7.2.2).
 *
 * <p>The name of a constant is its code, and {@code toString} returns it.
 */
public enum Smso {
    /** British Gas; {@code BTG} up to version 2.0 of the MAM. */
    BRG("British Gas"),
    /** Instant Energy, run by CGI. */
    CGI("Instant Energy"),
    /** EDMI. */
    EDM("EDMI"),
    /** Morrison Data Services. */
    MDS("Morrison Data Services"),
    /** NPower. */
    NPW("NPower"),
    /** Secure Meters. */
    SCM("Secure Meters"),
    /** Trilliant. */
    TRL("Trilliant");

    private static final String SUPERSEDED_CODE_OF_BRG = "BTG";

    private static final String CODES = Arrays.stream(values()).map(Smso::name).collect(Collectors.joining(", "));

    private final String fullName;

    Smso(String fullName) {
        this.fullName = fullName;
    }

    /**
     * Returns the operator with a current code.
     *
     * @param code a code of clause 7.2.2, in upper case
     * @return the operator
     * @throws IllegalArgumentException if {@code code} is not one of the seven codes; for a
     *     {@linkplain #findSuperseded superseded} code, the message names its replacement
     */
    public static Smso of(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("an SMSO is one of " + CODES + "; "
                        + findSuperseded(code)
                                .map(current -> code + " is the superseded code of " + current)
                                .orElseGet(() -> Wording.got(code))));
    }

    /**
     * Returns the operator with a current code, or empty if it is not valid.
     *
     * @param code the text
     * @return the operator, or empty if {@code code} is not one of the seven codes in upper case
     */
    public static Optional<Smso> find(String code) {
        requireNonNull(code, "code");
        return Arrays.stream(values()).filter(smso -> smso.name().equals(code)).findFirst();
    }

    /**
     * Returns the operator with a code of an earlier version of the MAM: {@code BTG} of version 2.0 is now
     * {@link #BRG}. New files must not use such a code.
     *
     * @param code the text
     * @return the operator, or empty if {@code code} is current or was never valid
     */
    public static Optional<Smso> findSuperseded(String code) {
        return requireNonNull(code, "code").equals(SUPERSEDED_CODE_OF_BRG) ? Optional.of(BRG) : Optional.empty();
    }

    /** {@return the operator's name in the MAM, such as {@code Secure Meters}} */
    public String fullName() {
        return fullName;
    }
}
