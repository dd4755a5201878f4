package uk.smets.mam.xlsx.internal.workbook;

import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * What the bytes of a sheet must be like so that the cells found in them are those that an XML parser finds. Whatever is allowed by XML
 * and read in another way by its bytes is refused: an answer must not be put where no reader looks for it.
 */
public final class SheetForm {
    private SheetForm() {}

    /**
     * Checks that an element may be passed over.
     *
     * @param tag its start tag
     * @param names the names that count in this place, and that the element must not have under any prefix
     */
    public static void requireForeign(TagAttributes tag, String... names) throws UnreadableWorkbookException {
        for (String name : names) {
            if (tag.localNameIs(name)) {
                throw unusual("it has an element <" + tag.name()
                        + "> in a place, or under a prefix, that no spreadsheet" + " program uses");
            }
        }
    }

    /** Checks that an attribute does not give the sheet's own prefix another meaning. */
    public static void requireMeaningKept(TagAttributes attribute, String prefix) throws UnreadableWorkbookException {
        if (attribute.declares(prefix) && !attribute.valueIs(SheetCursor.MAIN)) {
            throw unusual("its prefix '" + prefix + "' has two meanings");
        }
    }

    /** Returns the sheet is refused. */
    public static UnreadableWorkbookException unusual(String how) {
        return new UnreadableWorkbookException("the sheet can't be answered as it is: " + how
                + ": re-save the workbook in a spreadsheet program, and answer that one");
    }
}
