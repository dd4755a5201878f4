package uk.smets.mam.secure.key;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.secure.internal.token.SlotChoice;

/** Selects one of the tokens of a PKCS #11 library. */
public final class TokenSlot {
    private final SlotChoice choice;

    private TokenSlot(SlotChoice choice) {
        this.choice = choice;
    }

    /**
     * Selects the token with a label, in any slot.
     *
     * <p>Java has no public API for the labels of tokens. This library uses the JDK's own PKCS #11 wrapper, which must be exported
     * to it when Java is started: with {@code --add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED} on the class
     * path, {@code =uk.smets.mam.secure} on the module path.
     *
     * @param label the label, without trailing spaces
     * @return the selection
     * @throws IllegalArgumentException if the label is blank
     */
    public static TokenSlot label(String label) {
        if (requireNonNull(label, "label").isBlank()) {
            throw new IllegalArgumentException("label: the token's name; got only blanks");
        }
        return new TokenSlot(new SlotChoice.Label(label.strip()));
    }

    /**
     * Selects a slot by its index in the list of all slots, with and without tokens.
     *
     * @param index 0 for the first slot
     * @return the selection
     * @throws IllegalArgumentException if the index is negative
     */
    public static TokenSlot index(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index: 0 or more; got " + index);
        }
        return new TokenSlot(new SlotChoice.Index(index));
    }

    /**
     * Selects a slot by its ID.
     *
     * @param id the library's number of the slot; the JDK supports only those that fit an {@code int}
     * @return the selection
     * @throws IllegalArgumentException if the ID is negative
     */
    public static TokenSlot id(int id) {
        if (id < 0) {
            throw new IllegalArgumentException("id: 0 or more; got " + id);
        }
        return new TokenSlot(new SlotChoice.Id(id));
    }

    SlotChoice choice() {
        return choice;
    }

    @Override
    public String toString() {
        return choice.toString();
    }
}
