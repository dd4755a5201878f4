package uk.smets.mam.xlsx.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.xml.TagAttributes;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/** The styles of a sheet's columns, which apply to cells that are not in the file. */
public final class ColumnStyles {
    private record Span(int first, int last, int style) {}

    private final List<Span> spans = new ArrayList<>();

    /** Adds a {@code col} element. */
    void add(TagAttributes col) throws UnreadableWorkbookException {
        int first = -1;
        int last = -1;
        int style = -1;
        while (col.next()) {
            if (col.nameIs("min")) {
                first = col.number();
            } else if (col.nameIs("max")) {
                last = col.number();
            } else if (col.nameIs("style")) {
                style = col.number();
            }
        }
        if (style > 0 && spans.size() < CellReference.MAX_COLUMN) {
            spans.add(new Span(first, last, style));
        }
    }

    /** Returns the style of a column, or -1. */
    public int of(int column) {
        for (Span span : spans) {
            if (column >= span.first && column <= span.last) {
                return span.style;
            }
        }
        return -1;
    }
}
