package uk.smets.mam.xlsx.internal.respond;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.smets.mam.model.Rule;
import uk.smets.mam.xlsx.internal.sheet.AreaSweep;
import uk.smets.mam.xlsx.internal.sheet.FormulaDependents;
import uk.smets.mam.xlsx.internal.sheet.SheetSurvey;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.workbook.CellArea;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/** Finds answered cells that are merged, have formulas or are used by formulas. */
public final class ResponseObstacles implements FormulaDependents.Answers {
    private final ResponsePlan plan;
    private final SheetSurvey survey;
    private final List<YellowColumn> columns;
    private final AreaSweep merged;
    private final AreaSweep arrays;
    private final Map<Integer, BitSet> answeredRows = new HashMap<>();
    private boolean removesFormulas;

    ResponseObstacles(ResponsePlan plan, SheetSurvey survey, List<YellowColumn> columns) {
        this.plan = plan;
        this.survey = survey;
        this.columns = columns;
        merged = new AreaSweep(survey.merged());
        arrays = new AreaSweep(survey.arrays());
    }

    /** Checks all answered cells. */
    void find(AnswerProblems problems) throws IOException {
        if (survey.isPlain()) {
            return;
        }
        for (int row = plan.body().nextSetBit(0); row >= 0; row = plan.body().nextSetBit(row + 1)) {
            AnswerEffect effect = plan.effect(row);
            for (YellowColumn column : columns) {
                if (effect != null && effect.contains(column.field().index())) {
                    look(row, column, problems);
                }
            }
        }
    }

    private void look(int row, YellowColumn column, AnswerProblems problems) throws IOException {
        arrays.holding(column.column(), row, columns.size())
                .map(area -> "one formula fills the cells " + area)
                .or(() -> survey.formulas().obstacle(column.column(), row, this::isAnswered))
                .ifPresent(obstacle -> problems.cellInTheWay(
                        Rule.FORMULA_CELL,
                        row,
                        column.field().field(),
                        obstacle + ": replace the formulas with their values first"));
        merged.holding(column.column(), row, columns.size())
                .filter(area -> area.firstColumn() != column.column() || area.firstRow() != row)
                .ifPresent(area -> problems.cellInTheWay(
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        row,
                        column.field().field(),
                        "it is part of the merged cells " + area
                                + ", which show only their first cell: answer that one"));
        removesFormulas |= survey.formulas().contains(column.column(), row);
    }

    /** Finds the remaining formulas of a workbook that use answered cells. */
    void findDependents(WorkbookPackage workbook, WorkbookPackage.Sheet body, AnswerProblems problems)
            throws IOException {
        FormulaDependents dependents = new FormulaDependents(body.name(), this);
        for (WorkbookPackage.Sheet sheet : workbook.sheets()) {
            if (!sheet.equals(body) || survey.formulas().any()) {
                dependents.look(
                        sheet.name(),
                        new XmlInput(sheet.part().open(), sheet.part().name()));
            }
        }
        dependents.found().ifPresent(problems::dependents);
    }

    @Override
    public boolean isAnswered(int column, int row) {
        return columns.stream().anyMatch(yellow -> yellow.column() == column && isAnswered(yellow, row));
    }

    private boolean isAnswered(YellowColumn column, int row) {
        AnswerEffect effect = plan.effect(row);
        return effect != null && effect.contains(column.field().index());
    }

    @Override
    public boolean touches(CellArea area) {
        return columns.stream()
                .filter(yellow -> yellow.column() >= area.firstColumn() && yellow.column() <= area.lastColumn())
                .map(this::answeredRows)
                .anyMatch(rows -> {
                    int row = rows.nextSetBit(Math.max(area.firstRow(), 0));
                    return row >= 0 && row <= area.lastRow();
                });
    }

    private BitSet answeredRows(YellowColumn column) {
        return answeredRows.computeIfAbsent(column.column(), known -> {
            BitSet rows = new BitSet();
            plan.body().stream().filter(row -> isAnswered(column, row)).forEach(rows::set);
            return rows;
        });
    }

    /** Returns whether an answered cell loses a formula. */
    boolean removesFormulas() {
        return removesFormulas;
    }
}
