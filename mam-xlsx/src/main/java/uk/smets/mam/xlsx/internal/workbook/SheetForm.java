package uk.smets.mam.xlsx.internal.workbook;

import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * Checks that the cells found in the bytes of a sheet are those that an XML parser finds. XML that the two would read differently is
 * refused, because an answer must not be written where no reader finds it.
 */
public final class SheetForm {
    private SheetForm() {}

    /**
     * Checks that an element may be skipped.
     *
     * @param tag its start tag
     * @param names the names that matter in this place; the element must not have one of them under any prefix
     */
    public static void requireForeign(TagAttributes tag, String... names) throws UnreadableWorkbookException {
        for (String name : names) {
            if (tag.localNameIs(name)) {
                throw unusual("it has an element <" + tag.name()
                        + "> in a place, or under a prefix, that no spreadsheet" + " program uses");
            }
        }
    }

    /** Checks that an attribute does not redefine the sheet's own prefix. */
    public static void requireMeaningKept(TagAttributes attribute, String prefix) throws UnreadableWorkbookException {
        if (attribute.declares(prefix) && !attribute.valueIs(SheetCursor.MAIN)) {
            throw unusual("its prefix '" + prefix + "' has two meanings");
        }
    }

    /** Returns an exception for a sheet that cannot be answered because its XML is unusual. */
    public static UnreadableWorkbookException unusual(String how) {
        return new UnreadableWorkbookException("the sheet can't be answered as it is: " + how
                + ": re-save the workbook in a spreadsheet program, and answer the new file");
    }
}
