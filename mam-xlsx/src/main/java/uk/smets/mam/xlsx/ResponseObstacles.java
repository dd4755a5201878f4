package uk.smets.mam.xlsx;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;

/** Finds answered cells that do not stand by themselves: formulas and merged cells may hang on them. */
final class ResponseObstacles {
    private final ResponsePlan plan;
    private final SheetSurvey survey;
    private final List<YellowColumn> columns;
    private final AnsweredFields.Cache effects = new AnsweredFields.Cache();
    private boolean removesFormulas;

    ResponseObstacles(ResponsePlan plan, SheetSurvey survey, List<YellowColumn> columns) {
        this.plan = plan;
        this.survey = survey;
        this.columns = columns;
    }

    /** Looks at all cells that are answered. */
    void find(AnswerProblems problems) {
        if (survey.isPlain()) {
            return;
        }
        for (int row = plan.body().nextSetBit(0); row >= 0; row = plan.body().nextSetBit(row + 1)) {
            AnsweredFields answered = answered(row);
            for (YellowColumn column : columns) {
                if (answered != null && column.isIn(answered)) {
                    look(row, column, problems);
                }
            }
        }
    }

    private void look(int row, YellowColumn column, AnswerProblems problems) {
        Optional<String> formula = survey.formulas().obstacle(column.column(), row, this::isAnswered);
        formula.ifPresent(obstacle -> problems.cellInTheWay(
                Rule.FORMULA_CELL,
                row,
                column.field().field(),
                obstacle + ": replace the formulas by their values first"));
        survey.hiding(column.column(), row)
                .ifPresent(area -> problems.cellInTheWay(
                        Rule.RESPONSE_FIXED_FIELD_CHANGED,
                        row,
                        column.field().field(),
                        "it is merged into the cells " + area + ", which show their first cell only: answer that one"));
        removesFormulas |= survey.formulas().contains(column.column(), row);
    }

    private @Nullable AnsweredFields answered(int row) {
        ScheduleAnswer answer = plan.answer(row);
        return answer == null ? null : effects.of(answer, plan.hasMpan(row), plan.hasMprn(row));
    }

    /** Whether a cell is answered. */
    boolean isAnswered(int column, int row) {
        AnsweredFields answered = answered(row);
        return answered != null
                && columns.stream().anyMatch(yellow -> yellow.column() == column && yellow.isIn(answered));
    }

    /** Whether an answered cell loses a formula. */
    boolean removesFormulas() {
        return removesFormulas;
    }
}
