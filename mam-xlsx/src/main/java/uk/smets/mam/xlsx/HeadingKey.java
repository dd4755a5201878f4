package uk.smets.mam.xlsx;

import java.util.Locale;
import java.util.regex.Pattern;
import uk.smets.mam.model.internal.Characters;

/**
 * What headings and labels have in common that mean the same: their letters and digits. Case, white space, line breaks, the kind
 * of dash and other punctuation do not matter, nor whether firmware is written out.
 */
final class HeadingKey {
    /** No heading that stands for a field comes near it. */
    private static final int LONGEST = 200;

    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)[\\s*:]*$");

    private HeadingKey() {}

    /** The key of a heading. */
    static String of(String heading) {
        StringBuilder key = new StringBuilder();
        heading.codePoints().limit(LONGEST).forEach(codePoint -> {
            if (codePoint <= 0x7F) {
                append(codePoint, key);
            } else {
                Characters.asciiFor(codePoint).ifPresent(ascii -> ascii.chars().forEach(c -> append(c, key)));
            }
        });
        return key.toString().toLowerCase(Locale.ROOT).replace("firmware", "fw").replace("fwversion", "fw");
    }

    private static void append(int character, StringBuilder key) {
        if (character < 0x7F && Character.isLetterOrDigit(character)) {
            key.append((char) character);
        }
    }

    /** A heading without what stands in brackets at its end, such as {@code (DD/MM/YYYY)}. */
    static String withoutRemark(String heading) {
        return REMARK.matcher(heading).replaceFirst("");
    }
}
