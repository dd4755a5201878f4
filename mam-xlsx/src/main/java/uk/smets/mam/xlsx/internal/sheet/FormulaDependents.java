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
 * Finds formulas that stay in a workbook and use cells that are answered. Nothing calculates them here: what they show is what they showed
 * before, until a spreadsheet program opens the workbook.
 */
public final class FormulaDependents {
    /** More formulas than this that others share are not remembered; those that share them count as dependent. */
    private static final int MOST_SHARED = 10_000;

    /** The longest that a spreadsheet program takes. */
    private static final int LONGEST = 8 * 1024;

    /** Which cells of the body's sheet are answered. */
    public interface Answers {
        /** Whether a cell is. */
        boolean isAnswered(int column, int row);

        /** Whether any cell of an area is. */
        boolean touches(CellArea area);
    }

    /**
     * The formulas that were found.
     *
     * @param sheet the sheet of the first
     * @param cell the cell of the first
     * @param number how many there are
     */
    public record Found(String sheet, String cell, long number) {}

    private record Shared(long place, FormulaReferences references) {}

    private final String body;
    private final Answers answers;
    private String sheet = "";
    private final Map<String, Shared> shared = new HashMap<>();
    private @Nullable Found found;

    /**
     * Prepares a search.
     *
     * @param body the name of the sheet that is answered
     * @param answers which of its cells are answered
     */
    public FormulaDependents(String body, Answers answers) {
        this.body = body;
        this.answers = answers;
    }

    /** Looks at all formulas of a sheet. */
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

    /** The formulas that were found, if any were. */
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

    /** The formula of a cell, of its own or that of the cell whose formula it shares. */
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
