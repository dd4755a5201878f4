package uk.smets.mam.model;

/** How messages speak of text that is not as it should be. Whole values stay out of them: a text may be a meter number. */
final class Wording {
    /** The longest text that a message repeats: as long as an SMSO code, and too short to say anything about a person. */
    private static final int LONGEST_QUOTED = 3;

    private Wording() {}

    /** What was found in place of a value: itself where it is short and printable, else its length. */
    static String got(String text) {
        if (text.isEmpty()) {
            return "got an empty text";
        }
        if (text.length() <= LONGEST_QUOTED && text.chars().allMatch(Wording::isPrintable)) {
            return "got \"" + text + '"';
        }
        return "got " + text.length() + (text.length() == 1 ? " character" : " characters");
    }

    /** One character: itself where it is printable ASCII, else its number, since look-alikes and spaces cannot be seen. */
    static String character(char character) {
        return isPrintable(character) ? "'" + character + "'" : String.format("U+%04X", (int) character);
    }

    /** Whether a text could stand in a list that is joined by commas: printable ASCII, without space and comma. */
    static boolean isListItem(String text) {
        return text.chars().allMatch(character -> isPrintable(character) && character != ',');
    }

    private static boolean isPrintable(int character) {
        return character > ' ' && character < 0x7F;
    }
}
