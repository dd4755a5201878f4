package uk.smets.mam.model.internal;

import java.util.regex.Pattern;

/** Hides what may be a password in text that people or programs are shown. */
public final class Secrets {
    private static final int MD5_DIGITS = 32;

    /** Exactly 32: with one more on either side it is another number, such as a Serial Number of 38 or 39 digits. */
    private static final Pattern MD5 =
            Pattern.compile("(?<![0-9A-Fa-f])[0-9A-Fa-f]{" + MD5_DIGITS + "}(?![0-9A-Fa-f])");

    private static final String MASK = "*".repeat(MD5_DIGITS);

    private Secrets() {}

    /**
     * Replaces each run of exactly 32 hexadecimal digits, which may be the MD5 of a file and so the password of its archive
     * (clause 7.5.2).
     *
     * @param text any text
     * @return the text, with asterisks in place of the digits
     */
    public static String mask(String text) {
        return text.length() < MD5_DIGITS ? text : MD5.matcher(text).replaceAll(MASK);
    }
}
