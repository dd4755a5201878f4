package uk.smets.mam.model;

import org.jspecify.annotations.Nullable;

/** Free text as a cell of a workbook holds it. */
final class CellText {
    /** No spreadsheet program keeps more in a cell. */
    static final int MAX_LENGTH = 32_767;

    private CellText() {}

    /** The text itself, where it is one: absent is null, and never a text of nothing. */
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
