package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Iterates over the attributes of a start tag in an array. */
public final class TagAttributes {
    /** Ten times this number plus a digit still fits into an {@code int}. */
    private static final int LARGEST = Integer.MAX_VALUE / 10 - 1;

    private static final String XMLNS = "xmlns";

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));");
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");

    private byte[] bytes = {};
    /** Contains the value: the tag's own bytes, or the unescaped value. */
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
     * @param array contains the whole tag
     * @param from the position of the {@code <}
     * @param to the position after the {@code >}
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

    /** Moves to the next attribute; before the first call, {@link #nameIs} tests the tag's own name. */
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

    /** Unescapes the value. XML allows escapes in numbers and cell references, although no program writes them. */
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

    /** Returns whether the name is a single given letter. */
    public boolean nameIs(char letter) {
        return nameTo - nameFrom == 1 && bytes[nameFrom] == letter;
    }

    public boolean nameIs(String name) {
        return is(name, nameFrom, nameTo);
    }

    /** Returns whether the name equals the given one, with or without a prefix. */
    public boolean localNameIs(String name) {
        int from = nameTo - name.length();
        return is(name, Math.max(from, nameFrom), nameTo) && (from == nameFrom || bytes[from - 1] == ':');
    }

    /**
     * Returns whether the attribute declares the namespace of a prefix, given with its colon, or the default namespace if the prefix is
     * empty.
     */
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

    /** Returns the unescaped value. */
    public String value() {
        return new String(valueBytes, valueFrom, valueTo - valueFrom, StandardCharsets.UTF_8);
    }

    /** Returns the value as a non-negative number, or -1 if it is not one. */
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

    /** Returns the bytes that contain the value. */
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

    /** Returns the position after the closing quote. */
    public int attributeTo() {
        return at;
    }
}
