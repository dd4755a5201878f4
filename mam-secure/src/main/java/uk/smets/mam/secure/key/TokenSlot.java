package uk.smets.mam.secure.key;

import static java.util.Objects.requireNonNull;

import uk.smets.mam.secure.internal.token.SlotChoice;

/** Which of the tokens that a PKCS #11 library reaches is meant. */
public final class TokenSlot {
    private final SlotChoice choice;

    private TokenSlot(SlotChoice choice) {
        this.choice = choice;
    }

    /**
     * The token with that label, in whatever slot it is.
     *
     * <p>PKCS #11 tells labels, and Java has no public way to ask for them. The library asks the JDK's own wrapper, which has to be
     * opened to it when Java is started: {@code --add-exports jdk.crypto.cryptoki/sun.security.pkcs11.wrapper=ALL-UNNAMED} on the
     * class path, {@code =uk.smets.mam.secure} on the module path.
     *
     * @param label the label, without the spaces that fill it up
     * @return the slot
     * @throws IllegalArgumentException where the label is blank
     */
    public static TokenSlot label(String label) {
        if (requireNonNull(label, "label").isBlank()) {
            throw new IllegalArgumentException("label: the token's name; got nothing but blanks");
        }
        return new TokenSlot(new SlotChoice.Label(label.strip()));
    }

    /**
     * The slot of that place in the list of all slots, whether they hold tokens or not.
     *
     * @param index 0 for the first
     * @return the slot
     * @throws IllegalArgumentException where it is negative
     */
    public static TokenSlot index(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("index: 0 or more; got " + index);
        }
        return new TokenSlot(new SlotChoice.Index(index));
    }

    /**
     * The slot of that ID.
     *
     * @param id the number that the library gives the slot; the JDK takes those that fit an {@code int}
     * @return the slot
     * @throws IllegalArgumentException where it is negative
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
