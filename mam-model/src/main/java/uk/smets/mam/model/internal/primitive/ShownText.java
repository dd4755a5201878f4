package uk.smets.mam.model.internal.primitive;

/** Shortens and masks invalid text for output. */
public final class ShownText {
    private static final int LONGEST = 80;

    private ShownText() {}

    /**
     * Masks possible passwords, and then shortens long text; in this order, so that no part of a password remains.
     *
     * @param whole the text
     * @return the text, or its first 80 characters and its length
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
