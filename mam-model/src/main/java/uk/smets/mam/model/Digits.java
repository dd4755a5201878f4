package uk.smets.mam.model;

import java.nio.charset.StandardCharsets;

/** Texts of ASCII digits. */
final class Digits {
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Digits() {}

    static boolean only(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    static String padded(long number, int length) {
        byte[] digits = new byte[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    /** Describes a rejected text without repeating it, because it may be a meter point. */
    static String describe(String text) {
        return text.length()
                + (text.length() == 1 ? " character" : " characters")
                + (only(text) ? "" : ", not all digits");
    }
}
