package uk.smets.mam.xlsx.internal.layout;

import java.util.Locale;
import uk.smets.mam.model.internal.primitive.Characters;

/**
 * The key by which headings and labels are compared: their letters and digits. Ignores case, white space, line breaks, the kind of dash
 * and other punctuation, treats "firmware" as "fw", and drops "version" after it.
 */
public final class HeadingKey {
    /** Well above the length of any heading that names a field. */
    private static final int LONGEST = 200;

    private HeadingKey() {}

    /** Returns the key of a heading. */
    static String of(String heading) {
        StringBuilder key = new StringBuilder(Math.min(heading.length(), LONGEST));
        int end = Math.min(heading.length(), LONGEST);
        for (int at = 0; at < end; at++) {
            char character = heading.charAt(at);
            if (character <= 0x7F) {
                append(character, key);
            } else {
                Characters.asciiFor(heading.codePointAt(at))
                        .ifPresent(ascii -> ascii.chars().forEach(c -> append((char) c, key)));
            }
        }
        return joined(key.toString());
    }

    private static void append(char character, StringBuilder key) {
        if (character >= 'A' && character <= 'Z') {
            key.append((char) (character + 'a' - 'A'));
        } else if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
            key.append(character);
        }
    }

    /** Returns the key of a text formed by joining texts with these keys. */
    static String joined(String... keys) {
        String key = keys.length == 1 ? keys[0] : String.join("", keys);
        return key.contains("firmware") || key.contains("fwversion")
                ? key.replace("firmware", "fw").replace("fwversion", "fw")
                : key;
    }

    /** Returns what identifies a heading that names no field: its key, or its full text if it has no letter or digit. */
    public static String distinguishing(String heading) {
        String key = of(heading);
        return key.isEmpty() ? heading.strip().toLowerCase(Locale.ROOT) : key;
    }

    /** Returns a heading without a trailing bracketed remark such as {@code (DD/MM/YYYY)}, or unchanged if there is no remark. */
    static String withoutRemark(String heading) {
        int end = heading.length();
        while (end > 0 && isTrailing(heading.charAt(end - 1))) {
            end--;
        }
        int open = end > 0 && heading.charAt(end - 1) == ')' ? heading.lastIndexOf('(', end - 1) : -1;
        if (open < 0 || heading.indexOf(')', open) != end - 1) {
            return heading;
        }
        return heading.substring(0, open).stripTrailing();
    }

    private static boolean isTrailing(char character) {
        return Character.isWhitespace(character) || character == '*' || character == ':';
    }
}
