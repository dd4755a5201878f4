package uk.smets.mam.xlsx;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.FindingSink;
import uk.smets.mam.model.internal.Reporter;

/** Finds the row of each answer, and checks what the yellow fields of every row hold with its answer. Nothing is written here. */
final class ResponseCheck {
    private static final int MPAN = MigrationScheduleTable.SUBJECT.mpan().number() - 1;
    private static final int MPRN = MigrationScheduleTable.SUBJECT.mprn().number() - 1;
    /** A bit for each yellow field, by its index. */
    private static final long YELLOW = MigrationScheduleTable.NOTIFICATION.columns().stream()
            .filter(Column::isResponse)
            .mapToLong(column -> 1L << column.index())
            .sum();

    private static final ScheduleAnswer NO_CHANGE = ScheduleAnswer.certificates(CertificateIds.NONE);

    private final GivenAnswers answers;
    private final ResponsePlan plan;
    private final HeldFindings held;
    private final Reporter cells;
    private final Reporter reporter;
    private final AnswerProblems problems;
    private final RowReader<MigrationScheduleRow, MigrationScheduleDraft> rows;
    private final ResponseRules rules;
    private final RowTexts<MigrationScheduleRow, MigrationScheduleDraft> texts =
            new RowTexts<>(MigrationScheduleTable.NOTIFICATION);
    private final AnsweredFields.Cache effects = new AnsweredFields.Cache();
    private final Map<GivenAnswers.Given, Integer> rowsOfAnswers = new HashMap<>();
    private final BodyColumns columns;
    private long checkedColumns;
    private long bodyRows;
    private long answeredRows;
    private long answeredFields;

    /**
     * Prepares the check.
     *
     * @param answers the answers
     * @param workbook the workbook, with the shared strings that its yellow fields hold
     * @param layout where on the sheet the fields are that answers hang on
     * @param places the places of those fields
     * @param problems says what is wrong with the answers themselves
     * @param options how to check
     * @param sink where the findings go
     */
    ResponseCheck(
            GivenAnswers answers,
            WorkbookPackage workbook,
            Layout layout,
            SheetPlaces places,
            AnswerProblems problems,
            ValidationOptions options,
            FindingSink sink) {
        this.answers = answers;
        this.problems = problems;
        columns = layout.columns();
        plan = new ResponsePlan(answers.all());
        held = new HeldFindings(sink);
        cells = new Reporter(places, options, true, held, this::textRead);
        rows = new RowReader<>(workbook, MigrationScheduleTable.NOTIFICATION, layout, options, cells);
        reporter = new Reporter(places, options, true, sink, texts);
        rules = new ResponseRules(options, reporter);
    }

    private String textRead(int field) {
        return rows.of(field);
    }

    /** Goes over the rows, from the first of the body on. */
    void run(SheetCursor cursor, int firstRow) throws IOException {
        while (cursor.nextRow()) {
            if (cursor.row() >= firstRow) {
                cells.startLine(cursor.row());
                if (rows.read(cursor)) {
                    check(cursor.row(), rows.draft());
                }
            }
        }
        for (GivenAnswers.Given given : answers.single()) {
            if (!rowsOfAnswers.containsKey(given)) {
                problems.noRow(given);
            }
        }
    }

    private void check(int row, MigrationScheduleDraft draft) {
        bodyRows++;
        boolean mpanGiven = draft.isGiven(MPAN);
        boolean mprnGiven = draft.isGiven(MPRN);
        plan.add(row, mpanGiven, mprnGiven, answerTo(row, draft));
        ScheduleAnswer answer = plan.answer(row);
        AnsweredFields fields = effects.of(answer == null ? NO_CHANGE : answer, mpanGiven, mprnGiven);
        if (fields.answered() != 0) {
            answeredRows++;
            answeredFields += Long.bitCount(fields.answered());
            checkColumns(fields.filled());
        }
        held.release(YELLOW & ~fields.answered());
        reporter.startLine(row);
        CertificateIds ids = fields.idsOver(draft.certificateIds());
        texts.moveTo(MigrationScheduleRow.builder().certificateIds(ids).build());
        rules.check(fields.fieldsOver(draft.certificateFields()), ids, mpanGiven, mprnGiven, draft.mpan());
    }

    private void checkColumns(long filled) {
        for (long left = filled & ~checkedColumns; left != 0; left &= left - 1) {
            int field = Long.numberOfTrailingZeros(left);
            if (columns.column(field) == 0) {
                problems.noColumn(MigrationScheduleTable.NOTIFICATION.field(field));
            }
        }
        checkedColumns |= filled;
    }

    private @Nullable ScheduleAnswer answerTo(int row, MigrationScheduleDraft draft) {
        List<GivenAnswers.Given> found = answers.to(row, draft.mpan(), draft.mprn());
        for (GivenAnswers.Given given : found) {
            Integer earlier = rowsOfAnswers.putIfAbsent(given, row);
            if (earlier != null) {
                problems.twoRows(given, earlier, row);
            }
        }
        if (found.size() > 1) {
            problems.twoAnswers(found.get(0), found.get(1), row);
        }
        return found.isEmpty() ? null : found.get(0).answer();
    }

    /** Which row gets which answer. */
    ResponsePlan plan() {
        return plan;
    }

    /** How many rows the body has. */
    long bodyRows() {
        return bodyRows;
    }

    /** How many of them an answer changes. */
    long answeredRows() {
        return answeredRows;
    }

    /** How many yellow fields the answers fill or empty. */
    long answeredFields() {
        return answeredFields;
    }
}
