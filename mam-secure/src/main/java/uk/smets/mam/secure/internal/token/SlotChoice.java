package uk.smets.mam.secure.internal.token;

/** Selects one of the tokens of a PKCS #11 library; the text names it in messages. */
public sealed interface SlotChoice {
    /** A token by its label. */
    record Label(String label) implements SlotChoice {
        @Override
        public String toString() {
            return "the token \"" + label + "\"";
        }
    }

    /** A slot by its index in the list of all slots, from 0. */
    record Index(int index) implements SlotChoice {
        @Override
        public String toString() {
            return "the token in slot " + index + " of the list";
        }
    }

    /** A slot by its ID. */
    record Id(int id) implements SlotChoice {
        @Override
        public String toString() {
            return "the token in the slot of ID " + id;
        }
    }
}
