package uk.smets.mam.xlsx;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.CollectingSink;

/**
 * Answers a workbook: first a look at its sheet, then a check of every answer, and where nothing is wrong with them a copy of the workbook
 * in which only the answered cells are others. What is held meanwhile of each row are a few bits, and the texts that its answer hangs on.
 */
final class ResponseRun implements Closeable {
    private static final int MPAN = MigrationScheduleTable.SUBJECT.mpan().number() - 1;
    private static final int MPRN = MigrationScheduleTable.SUBJECT.mprn().number() - 1;
    private static final int BUFFER = 64 * 1024;
    private static final String SIGNATURES = "_xmlsignatures/";

    private final WorkbookSource source;
    private final WorkbookPackage workbook;
    private final Layout layout;
    private final Optional<NotificationHeader> header;
    private final List<YellowColumn> columns;
    private final CollectingSink findings;
    private final SheetSurvey survey;
    private final ResponseCheck check;
    private final ResponseObstacles obstacles;

    private ResponseRun(
            WorkbookSource source, WorkbookPackage workbook, GivenAnswers answers, ValidationOptions options)
            throws IOException {
        this.source = source;
        this.workbook = workbook;
        Notification<MigrationScheduleRow, MigrationScheduleDraft> notification = MigrationScheduleTable.NOTIFICATION;
        layout = Layout.find(workbook, notification);
        // Whether the header is sound is for whoever reads the schedule to say.
        header = new HeaderReader(
                        workbook,
                        notification,
                        options,
                        new CellReporter(source.name(), options, true, (rule, severity, repairable, finding) -> {}))
                .read(layout);
        columns = YellowColumn.of(layout);
        survey = survey();
        workbook.selectStrings(new StringSelection(survey.strings()));
        findings = new CollectingSink(options.findingsKept());
        SheetPlaces places = SheetPlaces.of(source.name(), layout.bodySheet().name(), layout.columns(), notification);
        AnswerProblems problems = new AnswerProblems(places, findings);
        if (isSigned() && !answers.isEmpty()) {
            problems.signed(answers.mayBreakSignature());
        }
        check = new ResponseCheck(
                answers, workbook, layout.only(ResponseRun::isRead), places, problems, options, findings);
        try (SheetCursor cursor = workbook.rows(layout.bodySheet())) {
            check.run(cursor, layout.firstRow());
        }
        obstacles = new ResponseObstacles(check.plan(), survey, columns);
        obstacles.find(problems);
    }

    /**
     * Opens a workbook and checks answers to it.
     *
     * @throws InvalidDocumentException where it is none with a Migration Schedule
     */
    static ResponseRun open(WorkbookSource source, GivenAnswers answers, ValidationOptions options) throws IOException {
        try {
            WorkbookPackage workbook = WorkbookPackage.open(source, options);
            try {
                return new ResponseRun(source, workbook, answers, options);
            } catch (IOException | RuntimeException e) {
                try (workbook) {
                    throw e;
                }
            }
        } catch (IOException e) {
            throw Refusals.unreadable(source, e);
        }
    }

    /** The fields that say which row an answer is to, and those that it changes. */
    private static boolean isRead(int field) {
        return field == MPAN
                || field == MPRN
                || MigrationScheduleTable.NOTIFICATION.columns().get(field).isResponse();
    }

    private SheetSurvey survey() throws IOException {
        BitSet yellow = new BitSet();
        columns.forEach(column -> yellow.set(column.column()));
        BitSet read = (BitSet) yellow.clone();
        read.set(layout.columns().column(MPAN));
        read.set(layout.columns().column(MPRN));
        SheetSurvey look = new SheetSurvey(read, yellow, layout.firstRow());
        try (InputStream sheet = layout.bodySheet().part().open()) {
            look.run(sheet);
        }
        return look;
    }

    private boolean isSigned() {
        return workbook.entries().inOrder().stream()
                .anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).startsWith(SIGNATURES));
    }

    /** What there is to say of the answers. */
    ValidationReport report() {
        return findings.report(
                MigrationScheduleTable.NOTIFICATION.kind(),
                header.map(DocumentHeader.class::cast),
                check.bodyRows(),
                workbook.sheetNames());
    }

    /** Whether the workbook may hold macros. */
    boolean isMacroEnabled() {
        return workbook.isMacroEnabled();
    }

    /**
     * Writes the workbook with its answers.
     *
     * @param out takes it; stays open
     * @return what was written
     */
    WrittenResponse write(OutputStream out) throws IOException {
        MeasuredOutput measured = new MeasuredOutput(new BufferedOutputStream(out, BUFFER));
        try {
            changes().copy(workbook.entries(), measured);
        } catch (UnreadableWorkbookException e) {
            throw Refusals.unreadable(source, e);
        }
        measured.flush();
        source.checkUnchanged();
        return new WrittenResponse(
                measured.written(check.bodyRows(), report().warnings()),
                check.answeredRows(),
                check.answeredFields(),
                report());
    }

    /** The parts that change: the sheet, and what has to follow where its cells lose formulas. */
    private PackageRewrite changes() throws IOException {
        PackageRewrite changes = new PackageRewrite();
        changes.replace(layout.bodySheet().part().name(), new SheetPatch(check.plan(), survey, columns)::write);
        if (obstacles.removesFormulas()) {
            FormulaRemoval.plan(
                    workbook,
                    layout.bodySheet(),
                    (column, row) -> survey.formulas().contains(column, row) && obstacles.isAnswered(column, row),
                    changes);
        }
        return changes;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
