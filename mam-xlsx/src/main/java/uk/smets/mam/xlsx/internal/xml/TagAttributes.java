package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes of a start tag, one after the other, by their places in an array. */
public final class TagAttributes {
    /** Ten times this number, and a digit, still fit into an {@code int}. */
    private static final int LARGEST = Integer.MAX_VALUE / 10 - 1;

    private static final String XMLNS = "xmlns";

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private byte[] bytes = {};
    /** Holds the value: the tag's own bytes, or the value without its escapes. */
    private byte[] valueBytes = {};

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
     * @param to after the {@code >}
     */
    public void moveTo(byte[] array, int from, int to) {
        bytes = array;
        end = to - 1;
        at = from + 1;
        while (at < end && !isBlank(bytes[at]) && bytes[at] != '/') {
            at++;
        }
        nameFrom = from + 1;
        nameTo = at;
    }

    /** Moves to the next attribute; until then {@link #nameIs} is about the tag's own name. */
    public boolean next() throws UnreadableWorkbookException {
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
        valueBytes = bytes;
        valueFrom = at;
        boolean escaped = false;
        while (bytes[at] != quote) {
            escaped |= bytes[at++] == '&';
        }
        valueTo = at++;
        if (escaped) {
            unescape();
        }
        return true;
    }

    /** No program escapes a number or the name of a cell, and any may. */
    private void unescape() {
        valueBytes = REFERENCE
                .matcher(value())
                .replaceAll(reference -> Matcher.quoteReplacement(character(reference)))
                .getBytes(StandardCharsets.UTF_8);
        valueFrom = 0;
        valueTo = valueBytes.length;
    }

    private static String character(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMED.getOrDefault(reference.group(3), "");
        }
        boolean hexadecimal = reference.group(1) != null;
        int code = Integer.parseInt(reference.group(hexadecimal ? 1 : 2), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : reference.group();
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Returns whether the name is a letter. */
    public boolean nameIs(char letter) {
        return nameTo - nameFrom == 1 && bytes[nameFrom] == letter;
    }

    public boolean nameIs(String name) {
        return is(name, nameFrom, nameTo);
    }

    /** Returns whether the name is this one, with or without a prefix. */
    public boolean localNameIs(String name) {
        int from = nameTo - name.length();
        return is(name, Math.max(from, nameFrom), nameTo) && (from == nameFrom || bytes[from - 1] == ':');
    }

    /** Returns whether it declares what a prefix means, which is given with its colon; without one, what names without a prefix mean. */
    public boolean declares(String prefix) {
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

    public boolean valueIs(String value) {
        return is(value, valueBytes, valueFrom, valueTo);
    }

    private boolean is(String text, int from, int to) {
        return is(text, bytes, from, to);
    }

    private static boolean is(String text, byte[] in, int from, int to) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (in[i] != text.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    public String name() {
        return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8);
    }

    /** Returns the value without its escapes. */
    public String value() {
        return new String(valueBytes, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
    }

    /** Returns the number that the value spells, or -1 if it is none. */
    public int number() {
        if (valueTo == valueFrom) {
            return -1;
        }
        int number = 0;
        for (int i = valueFrom; i < valueTo; i++) {
            int digit = valueBytes[i] - '0';
            if (digit < 0 || digit > 9 || number > LARGEST) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Returns the bytes that hold the value. */
    public byte[] array() {
        return valueBytes;
    }

    int nameTo() {
        return nameTo;
    }

    public int valueFrom() {
        return valueFrom;
    }

    public int valueTo() {
        return valueTo;
    }

    /** After the closing quote. */
    public int attributeTo() {
        return at;
    }
}
