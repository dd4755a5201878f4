package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * Finds the remaining formulas of a workbook that use answered cells. They are not recalculated here: they keep their old values until a
 * spreadsheet program opens the workbook.
 */
public final class FormulaDependents {
    /** The most shared formulas to remember. Cells that share any other formula count as dependent. */
    private static final int MOST_SHARED = 10_000;

    /** The longest formula that a spreadsheet program accepts. */
    private static final int LONGEST = 8 * 1024;

    /** The answered cells of the body's sheet. */
    public interface Answers {
        /** Returns whether a cell is answered. */
        boolean isAnswered(int column, int row);

        /** Returns whether any cell of an area is answered. */
        boolean touches(CellArea area);
    }

    /**
     * The dependent formulas.
     *
     * @param sheet the sheet of the first one
     * @param cell the cell of the first one
     * @param number the number of formulas
     */
    public record Found(String sheet, String cell, long number) {}

    private record Shared(long place, FormulaReferences references) {}

    private final String body;
    private final Answers answers;
    private String sheet = "";
    private final Map<String, Shared> shared = new HashMap<>();
    private @Nullable Found found;

    /**
     * Creates a search.
     *
     * @param body the name of the sheet that is answered
     * @param answers its answered cells
     */
    public FormulaDependents(String body, Answers answers) {
        this.body = body;
        this.answers = answers;
    }

    /** Checks all formulas of a sheet. */
    public void look(String name, XmlInput xml) throws IOException {
        sheet = name;
        shared.clear();
        String cell = "";
        try (xml) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.events().getLocalName();
                    if (element.equals("c")) {
                        cell = attribute(xml.events(), "r");
                    } else if (element.equals("f")) {
                        lookAtFormula(cell, xml);
                    }
                }
                event = xml.next();
            }
        }
    }

    /** Returns the dependent formulas found so far, if any. */
    public Optional<Found> found() {
        return Optional.ofNullable(found);
    }

    private static String attribute(XMLStreamReader2 element, String name) {
        String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void lookAtFormula(String cell, XmlInput xml) throws IOException {
        String index = attribute(xml.events(), "t").equals("shared") ? attribute(xml.events(), "si") : "";
        Utf8Text text = new Utf8Text();
        xml.readText(text);
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        long place = CellReference.parse(bytes, 0, bytes.length);
        if (place == CellReference.NOWHERE
                || sheet.equals(body)
                        && answers.isAnswered(CellReference.columnOf(place), CellReference.rowOf(place))) {
            keep(index, place, text);
            return;
        }
        if (depends(keep(index, place, text), place)) {
            found = found == null ? new Found(sheet, cell, 1) : new Found(found.sheet, found.cell, found.number + 1);
        }
    }

    /** Returns the formula of a cell: its own or the one it shares. */
    private Shared keep(String index, long place, Utf8Text text) {
        Shared own = new Shared(
                place,
                text.length() > LONGEST
                        ? new FormulaReferences(List.of(), true)
                        : FormulaReferences.of(text.toString()));
        if (index.isEmpty()) {
            return own;
        }
        if (text.length() > 0) {
            if (shared.size() < MOST_SHARED) {
                shared.put(index, own);
            }
            return own;
        }
        Shared known = shared.get(index);
        return known == null ? new Shared(place, new FormulaReferences(List.of(), true)) : known;
    }

    private boolean depends(Shared formula, long place) {
        int columns = CellReference.columnOf(place) - CellReference.columnOf(formula.place);
        int rows = CellReference.rowOf(place) - CellReference.rowOf(formula.place);
        return formula.references.mayMeanAny()
                || formula.references.areas().stream()
                        .filter(this::isOfBody)
                        .anyMatch(area -> answers.touches(area.moved(columns, rows)));
    }

    private boolean isOfBody(FormulaReferences.Area area) {
        return area.sheet().isEmpty() ? sheet.equals(body) : area.sheet().equalsIgnoreCase(body);
    }
}
