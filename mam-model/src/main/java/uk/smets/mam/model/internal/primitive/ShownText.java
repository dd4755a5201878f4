package uk.smets.mam.model.internal.primitive;

/** Offending text as it is shown. */
public final class ShownText {
    private static final int LONGEST = 80;

    private ShownText() {}

    /**
     * Hides what may be a password, and cuts what is too long to be shown; in this order, so that no part of a password is left.
     *
     * @param whole the text
     * @return the text, or its first 80 characters and how many there are
     */
    public static String shorten(String whole) {
        String text = Secrets.mask(whole);
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }
}
