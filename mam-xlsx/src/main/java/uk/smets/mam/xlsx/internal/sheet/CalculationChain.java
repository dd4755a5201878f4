package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.XmlFilter;

/**
 * The calculation chain: the list of a workbook's formula cells in the order of their calculation. An answered cell loses its formula,
 * and Excel offers to repair a workbook whose chain still lists the cell.
 */
public final class CalculationChain {
    private final int sheet;
    private final FormulaCells.Answered answered;
    private int sheetRead;
    private int sheetWritten;
    private int kept;

    /**
     * Prepares the chain for the answers to a sheet.
     *
     * @param sheet the ID of the sheet in the chain
     * @param answered the sheet's cells that lose a formula
     */
    CalculationChain(int sheet, FormulaCells.Answered answered) {
        this.sheet = sheet;
        this.answered = answered;
    }

    /** Copies the chain without the answered cells and returns the number of cells left. */
    int copy(InputStream in, OutputStream out) throws IOException {
        sheetRead = 0;
        sheetWritten = 0;
        kept = 0;
        XmlFilter.copy(in, this::edit, out);
        return kept;
    }

    /** Drops an answered cell. A cell without a sheet ID is on the sheet of the cell before it. */
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
