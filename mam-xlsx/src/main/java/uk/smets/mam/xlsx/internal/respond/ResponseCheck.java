package uk.smets.mam.xlsx.internal.respond;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleRules;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.ResponseDeadline;
import uk.smets.mam.xlsx.internal.document.ResponseRules;
import uk.smets.mam.xlsx.internal.document.RowTexts;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.layout.UnusedColumns;
import uk.smets.mam.xlsx.internal.read.RowReader;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;

/** Finds the row of each answer and checks every row with its answer. Does not write anything. */
public final class ResponseCheck {
    private static final DocumentField MPAN = MigrationScheduleTable.SUBJECT.mpan();
    private static final DocumentField MPRN = MigrationScheduleTable.SUBJECT.mprn();
    /** A bit for each yellow field, by its index. */
    private static final long YELLOW = MigrationScheduleTable.NOTIFICATION.columns().stream()
            .filter(Column::isResponse)
            .mapToLong(column -> 1L << column.index())
            .sum();

    /** The reason why an answer does not match the row found for it. */
    private record Disagreement(int row, DocumentField field, String values) {}

    private final GivenAnswers answers;
    private final ResponsePlan plan;
    private final HeldFindings held;
    private final Reporter cells;
    private final Reporter fixed;
    private final Reporter answered;
    private final AnswerProblems problems;
    private final RowReader<MigrationScheduleRow, MigrationScheduleDraft> rows;
    private final Reporter sent;
    private final MigrationScheduleRules fixedRules;
    private final ResponseDeadline deadline;
    private final ResponseRules rules;
    private final RowTexts<MigrationScheduleRow, MigrationScheduleDraft> texts =
            new RowTexts<>(MigrationScheduleTable.NOTIFICATION);
    private final EffectiveAnswers effective;
    private final int[] rowsOfAnswers;
    private final Map<GivenAnswers.Given, Disagreement> disagreements = new HashMap<>();
    private final BodyColumns columns;
    private final YellowDigest digest = new YellowDigest();
    private final FieldText before = new FieldText();
    private final FieldText after = new FieldText();
    private final Location sheet;
    private boolean anyFilled;
    private long checkedColumns;
    private long bodyRows;
    private long answeredRows;
    private long changedFields;

    /**
     * Creates the check.
     *
     * @param answers the answers
     * @param workbook the workbook
     * @param layout the positions of the fields on the sheet
     * @param places the locations of those fields for findings
     * @param header the header of the workbook, if it could be read
     * @param problems reports problems with the answers themselves
     * @param options the options of the check
     * @param findings receives the findings
     */
    ResponseCheck(
            GivenAnswers answers,
            WorkbookPackage workbook,
            Layout layout,
            SheetPlaces places,
            Optional<NotificationHeader> header,
            AnswerProblems problems,
            ValidationOptions options,
            ResponseFindings findings) {
        this.answers = answers;
        this.problems = problems;
        columns = layout.columns();
        plan = new ResponsePlan(answers.all());
        effective = new EffectiveAnswers(answers.all());
        held = new HeldFindings(findings);
        cells = new Reporter(places, options, true, held, this::textRead);
        UnusedColumns unused =
                new UnusedColumns(workbook, layout, new CellReporter(places.fileName(), options, false, held));
        rows = new RowReader<>(workbook, MigrationScheduleTable.NOTIFICATION, layout, options, cells, unused);
        fixed = new Reporter(places, options, false, findings.ofOthers(), this::textRead);
        fixedRules = new MigrationScheduleRules(header, options, fixed);
        sent = new Reporter(places, options, true, findings.ofAnswers(), this::textRead);
        deadline = new ResponseDeadline(options, sent);
        answered = new Reporter(places, options, true, findings.ofAnswers(), texts);
        rules = new ResponseRules(options, answered);
        rowsOfAnswers = new int[answers.single().size()];
        sheet = new Location.WholeSheet(places.fileName(), places.sheet());
    }

    private String textRead(int field) {
        return rows.of(field);
    }

    /** Checks the rows from the first of the body on. */
    CheckedRows run(CellCursor cursor, int firstRow) throws IOException {
        while (cursor.nextRow()) {
            if (cursor.row() >= firstRow) {
                cells.startLine(cursor.row());
                if (rows.read(cursor)) {
                    check(cursor.row(), rows.draft());
                } else {
                    // Not a row of the body, so it has no answer.
                    held.release(YELLOW, 0);
                }
            }
        }
        boolean allFit = true;
        for (GivenAnswers.Given given : answers.single()) {
            if (rowsOfAnswers[given.ordinal()] == 0) {
                allFit = false;
                Disagreement disagreement = disagreements.get(given);
                if (disagreement == null) {
                    problems.noRow(given);
                } else {
                    problems.disagrees(given, disagreement.row, disagreement.field, disagreement.values);
                }
            }
        }
        if (!anyFilled && allFit) {
            answered.at(
                    Rule.RESPONSE_WITHOUT_ANSWERS,
                    Rule.RESPONSE_WITHOUT_ANSWERS.severity(),
                    sheet,
                    null,
                    "no yellow field is filled: fill the Priority or certificates of a row, or do not send the"
                            + " response");
        }
        return new CheckedRows(plan, bodyRows, answeredRows, changedFields, digest.value());
    }

    private void check(int row, MigrationScheduleDraft draft) {
        bodyRows++;
        boolean mpanGiven = draft.isGiven(index(MPAN));
        boolean mprnGiven = draft.isGiven(index(MPRN));
        ScheduleAnswer given = effective.of(answerTo(row, draft));
        Optional<Responsibility> responsibility = given == null
                ? rules.responsibilityIn(draft)
                : given.responsibility().or(() -> rules.responsibilityIn(draft));
        ScheduleAnswer answer = given == null ? null : effective.in(given, responsibility);
        AnswerEffect effect = plan.add(row, mpanGiven, mprnGiven, answer);
        answeredRows += effect.answered() == 0 ? 0 : 1;
        checkColumns(effect);
        look(row, effect);
        held.release(YELLOW, effect.answered());
        fixed.startLine(row);
        fixedRules.checkFixed(draft);
        sent.startLine(row);
        deadline.check(draft.notBefore());
        answered.startLine(row);
        CertificateIds ids = effect.idsOver(draft.certificateIds());
        texts.moveTo(MigrationScheduleRow.builder().certificateIds(ids).build());
        rules.check(effect.fieldsOver(draft.certificateFields()), ids, draft, responsibility);
    }

    private static int index(DocumentField field) {
        return field.number() - 1;
    }

    private void checkColumns(AnswerEffect effect) {
        for (long left = effect.answered() & ~checkedColumns; left != 0; left &= left - 1) {
            int field = Long.numberOfTrailingZeros(left);
            if (columns.column(field) > 0) {
                checkedColumns |= 1L << field;
            } else if (effect.text(field).length > 0) {
                checkedColumns |= 1L << field;
                problems.noColumn(MigrationScheduleTable.NOTIFICATION.field(field));
            }
        }
    }

    /** Counts the changed fields of a row and adds its meter points and new yellow fields to the digest. */
    private void look(int row, AnswerEffect effect) {
        long changedBefore = changedFields;
        digest.startRow(row);
        rows.moveTo(index(MPAN), before);
        digest.put(before);
        rows.moveTo(index(MPRN), before);
        digest.put(before);
        for (long left = YELLOW; left != 0; left &= left - 1) {
            int field = Long.numberOfTrailingZeros(left);
            rows.moveTo(field, before);
            if (effect.contains(field) && columns.column(field) > 0) {
                byte[] text = effect.text(field);
                anyFilled |= text.length > 0;
                changedFields += before.isSameAs(text) ? 0 : 1;
                after.set(text, 0, text.length);
                digest.put(after);
            } else {
                anyFilled |= before.length() > 0;
                digest.put(before);
            }
        }
        digest.endRow();
        if (changedFields > changedBefore || !rows.areTexts(effect.answered())) {
            plan.change(row);
        }
    }

    private @Nullable ScheduleAnswer answerTo(int row, MigrationScheduleDraft draft) {
        GivenAnswers.Given first = null;
        for (GivenAnswers.Given given : answers.to(row, draft.mpan(), draft.mprn())) {
            if (!agrees(given, row, draft)) {
                continue;
            }
            if (first != null) {
                problems.twoAnswers(first, given, row);
            }
            first = first == null ? given : first;
            int earlier = rowsOfAnswers[given.ordinal()];
            if (earlier == 0) {
                rowsOfAnswers[given.ordinal()] = row;
            } else {
                problems.twoRows(given, earlier, row);
            }
        }
        return first == null ? null : first.answer();
    }

    /** Returns whether a row matches an answer. Keeps the first mismatch, for a finding if no row matches. */
    private boolean agrees(GivenAnswers.Given given, int row, MigrationScheduleDraft draft) {
        boolean sameMpan = given.allows(draft.mpan());
        if (sameMpan && given.allows(draft.mprn())) {
            return true;
        }
        DocumentField other = sameMpan ? MPRN : MPAN;
        String own = rows.of(other.number());
        disagreements.putIfAbsent(
                given,
                new Disagreement(
                        row,
                        other,
                        (sameMpan ? given.mprn() : given.mpan()) + ", and the row has "
                                + (own.isEmpty() ? "none" : own)));
        return false;
    }
}
