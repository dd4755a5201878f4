package uk.smets.mam.xlsx.internal.respond;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.SoundTexts;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.read.Answerability;
import uk.smets.mam.xlsx.internal.read.HeaderReader;
import uk.smets.mam.xlsx.internal.read.HeadingRules;
import uk.smets.mam.xlsx.internal.read.NotificationScan;
import uk.smets.mam.xlsx.internal.sheet.FormulaRemoval;
import uk.smets.mam.xlsx.internal.sheet.PlainCursor;
import uk.smets.mam.xlsx.internal.sheet.SheetSurvey;
import uk.smets.mam.xlsx.internal.sheet.YellowColumn;
import uk.smets.mam.xlsx.internal.workbook.MeasuredOutput;
import uk.smets.mam.xlsx.internal.workbook.PackageRewrite;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.SheetForm;
import uk.smets.mam.xlsx.internal.workbook.StringSelection;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * Answers a workbook: surveys its sheet, checks every row with its answer and, if there are no errors, writes a copy of the workbook in
 * which only the answered cells differ. Holds only a few bits for each row, and the texts of the workbook.
 */
public final class ResponseRun implements Closeable {
    static final int MPAN = MigrationScheduleTable.SUBJECT.mpan().number() - 1;
    static final int MPRN = MigrationScheduleTable.SUBJECT.mprn().number() - 1;
    private static final int BUFFER = 64 * 1024;

    private final WorkbookSource source;
    private final WorkbookPackage workbook;
    private final ValidationOptions options;
    private final Layout layout;
    private final Optional<NotificationHeader> header;
    private final List<YellowColumn> columns;
    private final ResponseFindings findings;
    private final SheetSurvey survey;
    private final CheckedRows rows;
    private final ResponseObstacles obstacles;
    private final PackageRewrite changes;

    private ResponseRun(
            WorkbookSource source, WorkbookPackage workbook, GivenAnswers answers, ValidationOptions options)
            throws IOException {
        this.source = source;
        this.workbook = workbook;
        this.options = options;
        Notification<MigrationScheduleRow, MigrationScheduleDraft> notification = MigrationScheduleTable.NOTIFICATION;
        findings = new ResponseFindings(options);
        layout = Layout.find(workbook, notification);
        CellReporter others = new CellReporter(source.name(), options, false, findings.ofOthers());
        HeaderReader headerReader = new HeaderReader(workbook, notification, options, others);
        header = headerReader.read(layout);
        // A schedule for another supplier must not be answered, so this counts as an error of the answers.
        headerReader.checkAddressee(new CellReporter(source.name(), options, false, findings.ofAnswers()));
        new HeadingRules(notification, others).check(layout);
        columns = YellowColumn.of(layout);
        survey = survey();
        SheetPlaces places = SheetPlaces.of(source.name(), layout.bodySheet().name(), layout.columns(), notification);
        AnswerProblems problems = new AnswerProblems(places, findings.ofAnswers());
        if (workbook.isSigned() && !answers.isEmpty()) {
            problems.signed(answers.mayBreakSignature());
        }
        rows = checkRows(new ResponseCheck(answers, workbook, layout, places, header, problems, options, findings));
        requireAllRows();
        new Answerability(workbook, layout, rows.plan().body(), others).reportAreas(survey, columns);
        obstacles = new ResponseObstacles(rows.plan(), survey, columns);
        obstacles.find(problems);
        obstacles.findDependents(workbook, layout.bodySheet(), problems);
        changes = changes();
        changes.check(
                workbook.entries(),
                List.of(workbook.sharedStringsName(), layout.bodySheet().part().name()));
    }

    private CheckedRows checkRows(ResponseCheck check) throws IOException {
        if (!survey.isReadableByBytes()) {
            try (SheetCursor cursor = workbook.rows(layout.bodySheet())) {
                return check.run(cursor, layout.firstRow());
            }
        }
        try (PlainCursor cursor = PlainCursor.open(layout.bodySheet().part())) {
            CheckedRows checked = check.run(cursor, layout.firstRow());
            if (!cursor.isPlain()) {
                throw SheetForm.unusual("its rows changed while it was being read");
            }
            return checked;
        }
    }

    /** Checks that the survey found every row that was read, because answers are written to the rows that it found. */
    private void requireAllRows() throws UnreadableWorkbookException {
        BitSet missed = (BitSet) rows.plan().body().clone();
        missed.andNot(survey.rows());
        if (!missed.isEmpty()) {
            throw SheetForm.unusual(
                    "its row " + missed.nextSetBit(0) + " is not where a spreadsheet program puts rows");
        }
    }

    /**
     * Opens a workbook and checks answers to it.
     *
     * @throws InvalidDocumentException if it does not contain a Migration Schedule
     */
    public static ResponseRun open(WorkbookSource source, GivenAnswers answers, ValidationOptions options)
            throws IOException {
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
            throw NotificationScan.refusal(source, e);
        }
    }

    private SheetSurvey survey() throws IOException {
        SoundTexts sound = new SoundTexts(options);
        StringSelection strings = new StringSelection(sound::isDeviceId, sound::isFreeText);
        SheetSurvey look = SheetSurvey.of(layout, columns, strings);
        workbook.selectStrings(strings);
        return look;
    }

    /** Returns the findings about the answers; errors prevent the response from being written. */
    public ValidationReport report() {
        return report(findings.answers());
    }

    private ValidationReport report(CollectingSink found) {
        return found.report(
                MigrationScheduleTable.NOTIFICATION.kind(),
                header.map(DocumentHeader.class::cast),
                rows.bodyRows(),
                workbook.sheetNames());
    }

    /** Returns whether the workbook may contain macros. */
    public boolean isMacroEnabled() {
        return workbook.isMacroEnabled();
    }

    /**
     * Writes the workbook with its answers.
     *
     * @param out receives the bytes; stays open
     * @return the result
     */
    public WrittenResponse write(OutputStream out) throws IOException {
        MeasuredOutput measured = new MeasuredOutput(new BufferedOutputStream(out, BUFFER));
        try {
            changes.copy(workbook.entries(), measured);
        } catch (UnreadableWorkbookException e) {
            throw NotificationScan.refusal(source, e);
        }
        measured.flush();
        source.checkUnchanged();
        ValidationReport whole = report(findings.all());
        return new WrittenResponse(
                measured.written(rows.bodyRows(), whole.warnings()), rows.answeredRows(), rows.changedFields(), whole);
    }

    /**
     * Reads the written response back and checks it, before it is available to others.
     *
     * @param response the response
     * @throws InvalidDocumentException if its meter points and yellow fields differ from the plan
     * @throws IOException if it cannot be read
     */
    public void readBack(WorkbookSource response) throws IOException {
        try {
            OptionalLong digest = rows.plan().changesAny() ? OptionalLong.of(rows.digest()) : OptionalLong.empty();
            ResponseReadBack.check(response, workbook, options, layout, digest);
        } catch (UnreadableWorkbookException e) {
            response.checkDisk();
            throw NotificationScan.refusal(source, e);
        }
    }

    /** Returns the parts that change: the sheet, and the calculation chain if cells lose formulas. */
    private PackageRewrite changes() throws IOException {
        PackageRewrite rewrite = new PackageRewrite();
        if (rows.plan().changesAny()) {
            rewrite.replace(layout.bodySheet().part().name(), new SheetPatch(rows.plan(), survey, columns)::write);
        }
        if (obstacles.removesFormulas()) {
            FormulaRemoval.plan(
                    workbook,
                    layout.bodySheet(),
                    (column, row) -> survey.formulas().contains(column, row) && obstacles.isAnswered(column, row),
                    rewrite);
        }
        return rewrite;
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
