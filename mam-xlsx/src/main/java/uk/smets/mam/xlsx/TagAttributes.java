package uk.smets.mam.xlsx;

import java.nio.charset.StandardCharsets;

/** The attributes of a start tag, one after the other, by their places in an array. */
final class TagAttributes {
    private static final String XMLNS = "xmlns";

    private byte[] bytes = {};
    private int at;
    private int end;
    private int nameFrom;
    private int nameTo;
    private int valueFrom;
    private int valueTo;

    /**
     * Moves to a tag.
     *
     * @param array holds the whole tag
     * @param from the {@code <}
     * @param to behind the {@code >}
     */
    void moveTo(byte[] array, int from, int to) {
        bytes = array;
        end = to - 1;
        at = from + 1;
        while (at < end && !isBlank(bytes[at]) && bytes[at] != '/') {
            at++;
        }
        nameFrom = from + 1;
        nameTo = at;
    }

    /** Goes to the next attribute; until then {@link #nameIs} is about the tag's own name. */
    boolean next() throws UnreadableWorkbookException {
        while (at < end && (isBlank(bytes[at]) || bytes[at] == '/')) {
            at++;
        }
        if (at >= end) {
            return false;
        }
        nameFrom = at;
        while (at < end && bytes[at] != '=' && !isBlank(bytes[at])) {
            at++;
        }
        nameTo = at;
        while (at < end && bytes[at] != '"' && bytes[at] != '\'') {
            at++;
        }
        if (at >= end) {
            throw UnreadableWorkbookException.damaged("a tag has an attribute without a quoted value");
        }
        byte quote = bytes[at++];
        valueFrom = at;
        while (bytes[at] != quote) {
            at++;
        }
        valueTo = at++;
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Whether the name is a letter. */
    boolean nameIs(char letter) {
        return nameTo - nameFrom == 1 && bytes[nameFrom] == letter;
    }

    boolean nameIs(String name) {
        return is(name, nameFrom, nameTo);
    }

    /** Whether the name is this one, with or without a prefix. */
    boolean localNameIs(String name) {
        int from = nameTo - name.length();
        return is(name, Math.max(from, nameFrom), nameTo) && (from == nameFrom || bytes[from - 1] == ':');
    }

    /** Whether it declares what a prefix means, which is given with its colon; without one, what names without a prefix mean. */
    boolean declares(String prefix) {
        if (!startsWith(XMLNS, nameFrom)) {
            return false;
        }
        int from = nameFrom + XMLNS.length();
        return prefix.isEmpty()
                ? from == nameTo
                : nameTo - from == prefix.length()
                        && bytes[from] == ':'
                        && startsWith(prefix.substring(0, prefix.length() - 1), from + 1);
    }

    private boolean startsWith(String text, int from) {
        return nameTo - from >= text.length() && is(text, from, from + text.length());
    }

    /** Whether the value is written with a reference to a character, as no program writes a number or a cell's place. */
    boolean isEscaped() {
        for (int i = valueFrom; i < valueTo; i++) {
            if (bytes[i] == '&') {
                return true;
            }
        }
        return false;
    }

    boolean valueIs(String value) {
        return is(value, valueFrom, valueTo);
    }

    private boolean is(String text, int from, int to) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /** The value as it stands; the names and numbers that this is asked for need no escapes. */
    String value() {
        return new String(bytes, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
    }

    /** The number that the value spells, or -1 where it is none of at most nine digits. */
    int number() {
        if (valueTo - valueFrom > 9 || valueTo == valueFrom) {
            return -1;
        }
        int number = 0;
        for (int i = valueFrom; i < valueTo; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    byte[] array() {
        return bytes;
    }

    int nameTo() {
        return nameTo;
    }

    int valueFrom() {
        return valueFrom;
    }

    int valueTo() {
        return valueTo;
    }

    /** Behind the closing quote. */
    int attributeTo() {
        return at;
    }
}
