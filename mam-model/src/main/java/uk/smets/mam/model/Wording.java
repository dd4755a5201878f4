package uk.smets.mam.model;

/** Descriptions of invalid text in messages. They do not contain whole values, which may be meter points. */
final class Wording {
    /** The longest text that a message repeats: an SMSO code, which is too short to identify a person. */
    private static final int LONGEST_QUOTED = 3;

    private Wording() {}

    /** Describes what was found in place of a value: the text if it is short and printable, otherwise its length. */
    static String got(String text) {
        if (text.isEmpty()) {
            return "got an empty text";
        }
        if (text.length() <= LONGEST_QUOTED && text.chars().allMatch(Wording::isPrintable)) {
            return "got \"" + text + '"';
        }
        return "got " + text.length() + (text.length() == 1 ? " character" : " characters");
    }

    /**
     * Describes a character: itself if it is printable ASCII, otherwise its code point, because look-alikes and spaces
     * are not visible.
     */
    static String character(char character) {
        return isPrintable(character) ? "'" + character + "'" : String.format("U+%04X", (int) character);
    }

    /** Returns whether a text can be an item of a comma-separated list: printable ASCII without spaces and commas. */
    static boolean isListItem(String text) {
        return text.chars().allMatch(character -> isPrintable(character) && character != ',');
    }

    private static boolean isPrintable(int character) {
        return character > ' ' && character < 0x7F;
    }
}
