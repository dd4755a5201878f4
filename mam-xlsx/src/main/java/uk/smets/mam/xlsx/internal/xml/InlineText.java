package uk.smets.mam.xlsx.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import uk.smets.mam.model.internal.field.FieldOutput;

/**
 * Writes the content of text cells as inline strings, so that the workbook's table of shared strings need not change. A text is never
 * written as a formula, regardless of its first character.
 */
public final class InlineText {
    private static final byte[] NOTHING = ascii("/>");

    private final byte[] start;
    private final byte[] preservedStart;
    private final byte[] end;

    /**
     * Creates the contents for a sheet.
     *
     * @param prefix the prefix of the sheet's elements with its colon, or an empty string
     */
    public InlineText(String prefix) {
        String text = "<" + prefix + "is><" + prefix + "t";
        start = ascii(" t=\"inlineStr\">" + text + ">");
        preservedStart = ascii(" t=\"inlineStr\">" + text + " xml:space=\"preserve\">");
        end = ascii("</" + prefix + "t></" + prefix + "is></" + prefix + "c>");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns whether a content is that of an empty cell. */
    public static boolean isNothing(byte[] content) {
        return content.length == NOTHING.length;
    }

    /**
     * Writes the rest of a cell, from its attribute {@code t} to its end tag.
     *
     * @param text contains the text in UTF-8; an empty text creates an empty cell
     * @param from the start of the text
     * @param to the end of the text, exclusive
     * @param out receives the rest of the cell
     */
    public void put(byte[] text, int from, int to, FieldOutput out) {
        if (from == to) {
            out.put(NOTHING, 0, NOTHING.length);
            return;
        }
        byte[] opening = XmlText.isToBePreserved(text, from, to) ? preservedStart : start;
        out.put(opening, 0, opening.length);
        XmlText.put(text, from, to, out);
        out.put(end, 0, end.length);
    }

    /** Returns the rest of a cell with a text in UTF-8, as written by {@link #put}. */
    public byte[] encode(byte[] text) {
        FieldOutput out = new FieldOutput(256);
        put(text, 0, text.length, out);
        return Arrays.copyOf(out.array(), out.size());
    }
}
