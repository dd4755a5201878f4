package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.sheet.AreaSweep;
import uk.smets.mam.xlsx.internal.sheet.FormulaDependents;
import uk.smets.mam.xlsx.internal.sheet.FormulaRemoval;
import uk.smets.mam.xlsx.internal.sheet.SheetScanner;
import uk.smets.mam.xlsx.internal.sheet.SheetSurvey;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.workbook.PackageRewrite;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.StringSelection;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * Reports what prevents a readable schedule from being answered, so that the reader is warned before a response is rejected. Uses the
 * code that writes responses, which reads the sheet a second time only if the first pass found anything unusual.
 */
public final class Answerability {
    private static final FormulaDependents.Answers NO_ANSWERS = new FormulaDependents.Answers() {
        @Override
        public boolean isAnswered(int column, int row) {
            return false;
        }

        @Override
        public boolean touches(CellArea area) {
            return false;
        }
    };

    private final WorkbookPackage workbook;
    private final Layout layout;
    private final BitSet rows;
    private final CellReporter reporter;

    /**
     * Prepares the report.
     *
     * @param workbook the workbook, whose body was read to its end
     * @param layout the position of the schedule in the workbook
     * @param rows the numbers of its rows
     * @param reporter receives the findings, which are warnings
     */
    public Answerability(WorkbookPackage workbook, Layout layout, BitSet rows, CellReporter reporter) {
        this.workbook = workbook;
        this.layout = layout;
        this.rows = rows;
        this.reporter = reporter;
    }

    /**
     * Reports on a schedule that was read.
     *
     * @param source the file
     * @param read the rows of the body, after the last row
     */
    void report(WorkbookSource source, SheetCursor read) throws IOException {
        if (workbook.isSigned()) {
            reporter.file(
                    Rule.RESPONSE_FIXED_FIELD_CHANGED,
                    Severity.WARNING,
                    "the workbook is digitally signed, and any answer invalidates its signature: to answer it,"
                            + " allow this, or ask DCC for a workbook without a signature");
        }
        try {
            PackageRewrite changes = new PackageRewrite();
            if (read.isUnusual() || read.lastMergedRow() >= layout.firstRow()) {
                lookAtSheet(changes);
            } else {
                try (InputStream sheet = layout.bodySheet().part().open()) {
                    SheetScanner.open(sheet, OutputStream.nullOutputStream());
                }
            }
            lookAtOthers();
            changes.check(
                    workbook.entries(),
                    List.of(
                            workbook.sharedStringsName(),
                            layout.bodySheet().part().name()));
        } catch (IOException e) {
            source.checkDisk();
            unanswerable(UnreadableWorkbookException.in(e, "it can't be unpacked"));
        }
    }

    private void lookAtSheet(PackageRewrite changes) throws IOException {
        List<YellowColumn> columns = YellowColumn.of(layout);
        SheetSurvey survey = SheetSurvey.of(layout, columns, new StringSelection(text -> true, text -> true));
        reportAreas(survey, columns);
        if (survey.formulas().any()) {
            look(layout.bodySheet());
            FormulaRemoval.plan(workbook, layout.bodySheet(), survey.formulas()::contains, changes);
        }
    }

    private void lookAtOthers() throws IOException {
        for (WorkbookPackage.Sheet sheet : workbook.sheets()) {
            if (!sheet.equals(layout.bodySheet())) {
                look(sheet);
            }
        }
    }

    private void look(WorkbookPackage.Sheet sheet) throws IOException {
        new FormulaDependents(layout.bodySheet().name(), NO_ANSWERS)
                .look(
                        sheet.name(),
                        new XmlInput(sheet.part().open(), sheet.part().name()));
    }

    /**
     * Reports the yellow cells that cannot be answered individually.
     *
     * @param survey the sheet
     * @param columns its yellow columns
     */
    public void reportAreas(SheetSurvey survey, List<YellowColumn> columns) {
        report(
                survey.arrays().stream().filter(this::isInBody).toList(),
                Rule.FORMULA_CELL,
                "one formula fills yellow cells, ",
                ", which cannot be answered separately: replace the formula with its values before you answer them");
        report(
                survey.merged().stream().filter(area -> hidesAny(area, columns)).toList(),
                Rule.RESPONSE_FIXED_FIELD_CHANGED,
                "yellow cells are merged, ",
                ", and only their first cell can be answered: unmerge them before you answer the others");
        try {
            requireApart(survey.arrays(), columns.size());
            requireApart(survey.merged(), columns.size());
        } catch (UnreadableWorkbookException e) {
            unanswerable(e);
        }
    }

    private void report(List<CellArea> areas, Rule rule, String start, String end) {
        if (!areas.isEmpty()) {
            int others = areas.size() - 1;
            reporter.sheet(
                    rule,
                    Severity.WARNING,
                    layout.bodySheet().name(),
                    start
                            + areas.get(0)
                            + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"))
                            + end);
        }
    }

    private boolean isInBody(CellArea area) {
        return hasRow(area.firstRow(), area.lastRow());
    }

    private boolean hasRow(int first, int last) {
        int row = rows.nextSetBit(first);
        return row >= 0 && row <= last;
    }

    /** Returns whether an area contains a yellow cell of a row that is not the area's first cell. */
    private boolean hidesAny(CellArea area, List<YellowColumn> columns) {
        return columns.stream()
                .mapToInt(YellowColumn::column)
                .filter(column -> column >= area.firstColumn() && column <= area.lastColumn())
                .anyMatch(column ->
                        hasRow(column == area.firstColumn() ? area.firstRow() + 1 : area.firstRow(), area.lastRow()));
    }

    private void requireApart(List<CellArea> areas, int most) throws UnreadableWorkbookException {
        AreaSweep sweep = new AreaSweep(areas);
        for (int row = rows.nextSetBit(0); row >= 0 && !areas.isEmpty(); row = rows.nextSetBit(row + 1)) {
            sweep.requireApart(row, most);
        }
    }

    private void unanswerable(UnreadableWorkbookException refusal) {
        reporter.file(
                refusal.rule(),
                Severity.WARNING,
                "the schedule can be read but not answered: " + requireNonNull(refusal.getMessage()));
    }
}
