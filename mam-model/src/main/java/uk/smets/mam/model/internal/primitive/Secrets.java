package uk.smets.mam.model.internal.primitive;

/** Masks possible passwords in output. */
public final class Secrets {
    private static final int MD5_DIGITS = 32;

    private Secrets() {}

    /**
     * Masks each run of exactly 32 hexadecimal digits, which may be the MD5 of a file and therefore the password of its
     * archive (clause 7.5.2). Longer runs are other numbers, such as Serial Numbers of 38 or 39 digits.
     *
     * @param text the text
     * @return the text, with asterisks in place of the digits
     */
    public static String mask(String text) {
        StringBuilder masked = null;
        int run = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isHexadecimal(text.charAt(i))) {
                run++;
                continue;
            }
            if (run == MD5_DIGITS) {
                masked = masked == null ? new StringBuilder(text) : masked;
                masked.replace(i - run, i, "*".repeat(run));
            }
            run = 0;
        }
        return masked == null ? text : masked.toString();
    }

    private static boolean isHexadecimal(char character) {
        return character >= '0' && character <= '9'
                || character >= 'A' && character <= 'F'
                || character >= 'a' && character <= 'f';
    }
}
