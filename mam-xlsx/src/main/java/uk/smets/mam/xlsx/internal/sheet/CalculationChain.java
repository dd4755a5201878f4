package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.XmlFilter;

/**
 * The list of a workbook's cells with formulas, in the order in which they are calculated. A cell that is answered has no formula any
 * more, and Excel offers to repair a workbook whose list still names it.
 */
public final class CalculationChain {
    private final int sheet;
    private final FormulaCells.Answered answered;
    private int sheetRead;
    private int sheetWritten;
    private int kept;

    /**
     * Prepares the list for the answers to a sheet.
     *
     * @param sheet the number by which the list knows the sheet
     * @param answered which of its cells lose a formula
     */
    CalculationChain(int sheet, FormulaCells.Answered answered) {
        this.sheet = sheet;
        this.answered = answered;
    }

    /** Copies the list without the cells that are answered, and says how many are left. */
    int copy(InputStream in, OutputStream out) throws IOException {
        sheetRead = 0;
        sheetWritten = 0;
        kept = 0;
        XmlFilter.copy(in, this::edit, out);
        return kept;
    }

    /** A cell that does not say which sheet it is of is of that of the cell before it. */
    private @Nullable String edit(TagAttributes tag) throws IOException {
        if (!tag.localNameIs("c")) {
            return "";
        }
        long place = CellReference.NOWHERE;
        boolean numbered = false;
        while (tag.next()) {
            if (tag.nameIs('r')) {
                place = CellReference.parse(tag.array(), tag.valueFrom(), tag.valueTo());
            } else if (tag.nameIs('i')) {
                sheetRead = tag.number();
                numbered = true;
            }
        }
        if (place != CellReference.NOWHERE
                && sheetRead == sheet
                && answered.contains(CellReference.columnOf(place), CellReference.rowOf(place))) {
            return null;
        }
        String insertion = numbered || sheetWritten == sheetRead ? "" : " i=\"" + sheetRead + "\"";
        sheetWritten = sheetRead;
        kept++;
        return insertion;
    }
}
