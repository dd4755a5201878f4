package uk.smets.mam.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;

/**
 * The 6 characters that identify a party to the Smart Energy Code (clauses 7.3.1 and 7.4.1). They have no white space
 * and no commas, because lists of signifiers are separated by commas.
 *
 * @param value 6 printable ASCII characters other than space and comma
 */
public record SecPartySignifier(String value) implements Comparable<SecPartySignifier>, Serializable {
    private static final int LENGTH = 6;

    /**
     * Creates a signifier.
     *
     * @param value 6 printable ASCII characters other than space and comma
     * @throws IllegalArgumentException if {@code value} is not valid
     */
    public SecPartySignifier {
        if (!isSignifier(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException(
                    "a SEC Party Signifier is 6 characters without spaces and commas; " + Wording.got(value));
        }
    }

    /**
     * Returns the signifier in {@code text}.
     *
     * @param text 6 characters
     * @return the signifier
     * @throws IllegalArgumentException if {@code text} is not 6 printable ASCII characters, or contains a space or a
     *     comma
     */
    public static SecPartySignifier of(String text) {
        return new SecPartySignifier(requireNonNull(text, "text"));
    }

    /**
     * Returns the signifier in {@code text}, or empty if it is not valid.
     *
     * @param text the text
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
