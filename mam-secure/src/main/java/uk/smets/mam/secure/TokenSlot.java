package uk.smets.mam.secure;

import static java.util.Objects.requireNonNull;

/** Which of the tokens that a PKCS #11 library reaches is meant. */
public abstract sealed class TokenSlot {
    private TokenSlot() {}

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
        return new Label(label.strip());
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
        return new Index(index);
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
        return new Id(id);
    }

    static final class Label extends TokenSlot {
        private final String label;

        private Label(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        @Override
        public String toString() {
            return "the token \"" + label + "\"";
        }
    }

    static final class Index extends TokenSlot {
        private final int index;

        private Index(int index) {
            this.index = index;
        }

        int index() {
            return index;
        }

        @Override
        public String toString() {
            return "the token in slot " + index + " of the list";
        }
    }

    static final class Id extends TokenSlot {
        private final int id;

        private Id(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }

        @Override
        public String toString() {
            return "the token in the slot of ID " + id;
        }
    }
}
