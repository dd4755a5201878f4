package uk.smets.mam.model;

import org.jspecify.annotations.Nullable;

/** Free text in a cell of a workbook. */
final class CellText {
    /** The limit of spreadsheet programs. */
    static final int MAX_LENGTH = 32_767;

    private CellText() {}

    /** Returns the text if it is valid. An absent text is null, not blank. */
    static @Nullable String checked(@Nullable String text, String name) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException(name + ": not blank; null where it is absent");
        }
        if (text != null && text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + ": at most 32,767 characters, as a cell holds; got " + text.length());
        }
        return text;
    }
}
