package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;

/**
 * The 6 characters that name a party to the Smart Energy Code (clauses 7.3.1 and 7.4.1). Neither white space nor a comma is among
 * them, since lists of signifiers are joined by commas.
 *
 * @param value 6 printable ASCII characters other than space and comma
 */
public record SecPartySignifier(String value) implements Comparable<SecPartySignifier>, Serializable {
    private static final int LENGTH = 6;

    /**
     * Takes the characters.
     *
     * @param value 6 printable ASCII characters other than space and comma
     * @throws IllegalArgumentException if {@code value} is anything else
     */
    public SecPartySignifier {
        if (!isSignifier(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException(
                    "a SEC Party Signifier is 6 characters without spaces and commas; " + Wording.got(value));
        }
    }

    /**
     * Returns the signifier that {@code text} spells.
     *
     * @param text 6 characters
     * @return the signifier
     * @throws IllegalArgumentException if {@code text} is not 6 printable ASCII characters, or holds a space or a comma
     */
    public static SecPartySignifier of(String text) {
        return new SecPartySignifier(requireNonNull(text, "text"));
    }

    /**
     * Returns the signifier that {@code text} spells, if it spells one: the way in for data, where bad input is normal.
     *
     * @param text any text
     * @return the signifier, or empty
     */
    public static Optional<SecPartySignifier> find(String text) {
        return isSignifier(requireNonNull(text, "text")) ? Optional.of(new SecPartySignifier(text)) : Optional.empty();
    }

    private static boolean isSignifier(String text) {
        return text.length() == LENGTH && Wording.isListItem(text);
    }

    /** {@return the order of the characters} */
    @Override
    public int compareTo(SecPartySignifier other) {
        return value.compareTo(other.value);
    }

    /** {@return the 6 characters} */
    @Override
    public String toString() {
        return value;
    }
}
