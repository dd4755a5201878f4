package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.xml.MarkupBytes;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * The data needed from the part of a sheet before its rows.
 *
 * @param prefix the prefix of the sheet's elements with the colon, or an empty string
 * @param columnStyles the styles of its columns
 * @param hasRows whether rows may follow
 */
public record SheetHead(String prefix, ColumnStyles columnStyles, boolean hasRows) {
    /** The element that contains a sheet's rows. */
    static final String ROWS = "sheetData";

    static final String ROOT = "worksheet";

    /**
     * Reads the head and copies it.
     *
     * @param markup the sheet, from its start
     * @param out receives the bytes
     */
    static SheetHead pass(MarkupBytes markup, OutputStream out) throws IOException {
        markup.requireUtf8();
        TagAttributes tag = new TagAttributes();
        String prefix = passRoot(markup, tag, out);
        byte[] sheetData = bytes("<" + prefix + ROWS);
        ColumnStyles columnStyles = new ColumnStyles();
        int depth = 0;
        while (true) {
            markup.passToMarkup(out);
            int tagEnd = markup.endOf(0);
            boolean isRows = depth == 0 && markup.isTag(0, sheetData);
            if (markup.isTag(0) && !markup.isEndTag(0)) {
                tag.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
                if (isRows) {
                    return passRows(markup, tag, prefix, columnStyles, out);
                }
                if (depth == 0) {
                    SheetForm.requireForeign(tag, "row", ROWS, ROOT);
                }
                if (tag.nameIs(prefix + "col")) {
                    columnStyles.add(tag);
                }
            }
            depth += markup.depthChange(0, tagEnd);
            markup.pass(tagEnd, out);
        }
    }

    private static SheetHead passRows(
            MarkupBytes markup, TagAttributes tag, String prefix, ColumnStyles columnStyles, OutputStream out)
            throws IOException {
        while (tag.next()) {
            SheetForm.requireMeaningKept(tag, prefix);
        }
        int tagEnd = markup.endOf(0);
        boolean hasRows = !markup.isSelfClosed(tagEnd);
        markup.pass(tagEnd, out);
        return new SheetHead(prefix, columnStyles, hasRows);
    }

    /** Copies the root tag and returns its prefix. */
    private static String passRoot(MarkupBytes markup, TagAttributes tag, OutputStream out) throws IOException {
        markup.passToMarkup(out);
        while (!markup.isTag(0)) {
            int tagEnd = markup.endOf(0);
            markup.pass(tagEnd, out);
            markup.passToMarkup(out);
        }
        int tagEnd = markup.endOf(0);
        tag.moveTo(markup.array(), markup.start(), markup.start() + tagEnd);
        String name = tag.name();
        String prefix = name.substring(0, name.indexOf(':') + 1);
        if (!name.equals(prefix + ROOT) || !isBoundToMain(prefix, tag)) {
            throw UnreadableWorkbookException.damaged("its XML is not that of a sheet");
        }
        markup.pass(tagEnd, out);
        return prefix;
    }

    private static boolean isBoundToMain(String prefix, TagAttributes root) throws IOException {
        while (root.next()) {
            if (root.declares(prefix)) {
                return root.valueIs(SheetCursor.MAIN);
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
