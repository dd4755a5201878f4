package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;

/**
 * The identifier of a Market Participant in the meter registration data: 3 characters for gas, 4 for electricity
 * (clauses 7.3.1 and 7.4.1). It has no white space and no commas, because lists of identifiers are separated by commas.
 *
 * @param value 3 or 4 printable ASCII characters other than space and comma
 */
public record MarketParticipantId(String value) implements Comparable<MarketParticipantId>, Serializable {
    private static final int GAS_LENGTH = 3;
    private static final int ELECTRICITY_LENGTH = 4;

    /**
     * Creates an identifier.
     *
     * @param value 3 or 4 printable ASCII characters other than space and comma
     * @throws IllegalArgumentException if {@code value} is not valid
     */
    public MarketParticipantId {
        if (!isIdentifier(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException(
                    "a Market Participant ID is 3 characters for gas or 4 for electricity, without spaces and commas; "
                            + Wording.got(value));
        }
    }

    /**
     * Returns the identifier in {@code text}.
     *
     * @param text 3 or 4 characters
     * @return the identifier
     * @throws IllegalArgumentException if {@code text} is not 3 or 4 printable ASCII characters, or contains a space or
     *     a comma
     */
    public static MarketParticipantId of(String text) {
        return new MarketParticipantId(requireNonNull(text, "text"));
    }

    /**
     * Returns the identifier in {@code text}, or empty if it is not valid.
     *
     * @param text the text
     * @return the identifier, or empty
     */
    public static Optional<MarketParticipantId> find(String text) {
        return isIdentifier(requireNonNull(text, "text"))
                ? Optional.of(new MarketParticipantId(text))
                : Optional.empty();
    }

    private static boolean isIdentifier(String text) {
        return (text.length() == GAS_LENGTH || text.length() == ELECTRICITY_LENGTH) && Wording.isListItem(text);
    }

    /** {@return whether it identifies a gas participant} */
    public boolean isGas() {
        return value.length() == GAS_LENGTH;
    }

    /** {@return whether it identifies an electricity participant} */
    public boolean isElectricity() {
        return value.length() == ELECTRICITY_LENGTH;
    }

    /** {@return the order of the characters} */
    @Override
    public int compareTo(MarketParticipantId other) {
        return value.compareTo(other.value);
    }

    /** {@return the 3 or 4 characters} */
    @Override
    public String toString() {
        return value;
    }
}
