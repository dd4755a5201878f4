package uk.smets.mam.model.internal.primitive;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names characters that are not allowed in a file of the MAM, and suggests ASCII text to replace them if that is
 * obvious.
 */
public final class Characters {
    /** Upper-case letters of other scripts that look like Latin ones. */
    private static final Map<Character, String> LOOK_ALIKES = Map.ofEntries(
            Map.entry('A', "\u0410\u0391"),
            Map.entry('B', "\u0412\u0392"),
            Map.entry('C', "\u0421\u03F9"),
            Map.entry('E', "\u0415\u0395"),
            Map.entry('H', "\u041D\u0397"),
            Map.entry('I', "\u0406\u0399"),
            Map.entry('J', "\u0408\u037F"),
            Map.entry('K', "\u041A\u039A"),
            Map.entry('M', "\u041C\u039C"),
            Map.entry('N', "\u039D"),
            Map.entry('O', "\u041E\u039F"),
            Map.entry('P', "\u0420\u03A1"),
            Map.entry('S', "\u0405"),
            Map.entry('T', "\u0422\u03A4"),
            Map.entry('X', "\u0425\u03A7"),
            Map.entry('Y', "\u04AE\u03A5"),
            Map.entry('Z', "\u0396"),
            Map.entry('a', "\u0430"),
            Map.entry('c', "\u0441"),
            Map.entry('e', "\u0435"),
            Map.entry('i', "\u0456"),
            Map.entry('j', "\u0458"),
            Map.entry('o', "\u043E\u03BF"),
            Map.entry('p', "\u0440"),
            Map.entry('s', "\u0455"),
            Map.entry('x', "\u0445"),
            Map.entry('y', "\u0443"));

    private Characters() {}

    /**
     * Returns the ASCII text that was probably meant.
     *
     * @param codePoint a character above 0x7F
     * @return the text, which is blank for a character without width, or empty if no ASCII is obvious
     */
    public static Optional<String> asciiFor(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.DASH_PUNCTUATION || codePoint == 0x2212) {
            return Optional.of("-");
        }
        if (type == Character.SPACE_SEPARATOR) {
            return Optional.of(" ");
        }
        if (type == Character.FORMAT) {
            return Optional.of("");
        }
        if ((codePoint >= 0x2018 && codePoint <= 0x201B) || codePoint == 0x2032) {
            return Optional.of("'");
        }
        if ((codePoint >= 0x201C && codePoint <= 0x201F) || codePoint == 0x2033) {
            return Optional.of("\"");
        }
        String normal = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        if (type == Character.DECIMAL_DIGIT_NUMBER && normal.codePointAt(0) == codePoint) {
            return Optional.of(Integer.toString(Character.digit(codePoint, 10)));
        }
        for (Map.Entry<Character, String> entry : LOOK_ALIKES.entrySet()) {
            if (entry.getValue().indexOf(codePoint) >= 0) {
                return Optional.of(entry.getKey().toString());
            }
        }
        return Optional.of(normal).filter(ascii -> isWidthForm(codePoint) && isPrintableAscii(ascii));
    }

    /** Only these compatibility characters are unambiguous: a superscript may be a footnote, and ½ is not 1/2. */
    private static boolean isWidthForm(int codePoint) {
        return UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(UnicodeBlock.of(codePoint));
    }

    private static boolean isPrintableAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /**
     * Returns the character's name and code point.
     *
     * @param codePoint any character
     * @return for example {@code EN DASH (U+2013)}
     */
    public static String name(int codePoint) {
        String code = String.format(Locale.ROOT, "(U+%04X)", codePoint);
        String name = Character.getName(codePoint);
        return name == null ? "an unassigned character " + code : name + " " + code;
    }
}
