package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.document.DocumentReading;
import uk.smets.mam.model.internal.document.DocumentScan;
import uk.smets.mam.model.internal.finding.CollectingSink;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.Notification.RowRules;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.layout.UnusedColumns;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * A single pass over a notification, used for parsing, streaming and validation.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row while it is read
 */
public final class NotificationScan<R, D extends RowDraft<R>> implements DocumentScan<NotificationHeader, R> {
    /** The body. */
    private final class Body implements Closeable {
        private final WorkbookPackage workbook;
        private final Layout layout;
        private final SheetCursor cursor;
        private final Reporter reporter;
        private final RowReader<R, D> reader;
        private final RowRules<R, D> rules;

        Body(WorkbookPackage workbook, Layout found, FindingSink sink) throws IOException {
            this.workbook = workbook;
            layout = found;
            SheetPlaces places = SheetPlaces.of(source.name(), found.bodySheet().name(), found.columns(), notification);
            reporter = new Reporter(places, options, typed, sink, this::text);
            reader = new RowReader<>(
                    workbook,
                    notification,
                    found,
                    options,
                    reporter,
                    new UnusedColumns(workbook, found, NotificationScan.this.reporter));
            rules = notification.rules().create(header, options, reporter);
            cursor = workbook.rows(found.bodySheet());
        }

        private String text(int number) {
            return reader.of(number);
        }

        @Override
        public void close() throws IOException {
            cursor.close();
        }
    }

    private final WorkbookSource source;
    private final Notification<R, D> notification;
    private final ValidationOptions options;
    private final boolean typed;
    private final CellReporter reporter;
    private @Nullable WorkbookPackage workbook;
    private @Nullable Body body;
    private Optional<NotificationHeader> header = Optional.empty();
    private boolean headSpoiled;
    private boolean finished;
    private final BitSet rows = new BitSet();

    private NotificationScan(
            WorkbookSource source,
            Notification<R, D> notification,
            ValidationOptions options,
            boolean typed,
            FindingSink sink)
            throws IOException {
        this.source = source;
        this.notification = notification;
        this.options = options;
        this.typed = typed;
        reporter = new CellReporter(source.name(), options, typed, sink);
        try {
            openOrReport(sink);
        } catch (IOException | RuntimeException e) {
            // A sink that stops at the first error throws.
            try (this) {
                throw e;
            }
        }
    }

    /**
     * Returns the reading of a kind of notification.
     *
     * @param notification the kind
     * @param <R> the type of the rows
     * @param <D> the type of a row while it is read
     * @return the reading
     */
    public static <R, D extends RowDraft<R>> DocumentReading<NotificationHeader, R> reading(
            Notification<R, D> notification) {
        return new DocumentReading<>(
                notification.kind(),
                (input, options, purpose, sink) -> open(input, notification, options, purpose, sink));
    }

    private static <R, D extends RowDraft<R>> NotificationScan<R, D> open(
            Input input, Notification<R, D> notification, ValidationOptions options, Purpose purpose, FindingSink sink)
            throws IOException {
        WorkbookSource source = WorkbookSource.of(input, options);
        return new NotificationScan<>(source, notification, options, purpose != Purpose.FINDINGS, sink);
    }

    private void openOrReport(FindingSink sink) throws IOException {
        try {
            open(sink);
        } catch (IOException e) {
            reportUnreadable(e);
        }
    }

    private void open(FindingSink sink) throws IOException {
        WorkbookPackage opened = WorkbookPackage.open(source, options);
        workbook = opened;
        Layout layout = Layout.find(opened, notification);
        HeaderReader headerReader = new HeaderReader(opened, notification, options, reporter);
        header = headerReader.read(layout);
        headerReader.checkAddressee(reporter);
        new HeadingRules(notification, reporter).check(layout);
        headSpoiled = reporter.isSpoiled();
        body = new Body(opened, layout, sink);
    }

    private void reportUnreadable(IOException failure) throws IOException {
        finished = true;
        reportUnreadable(source, failure, reporter);
    }

    private static void reportUnreadable(WorkbookSource source, IOException failure, CellReporter reporter)
            throws IOException {
        source.checkDisk();
        UnreadableWorkbookException refusal = UnreadableWorkbookException.in(failure, "it can't be unpacked");
        reporter.file(refusal.rule(), requireNonNull(refusal.getMessage()));
    }

    /**
     * Returns the exception to throw if a file cannot be read as a workbook with a Migration Schedule. It contains the finding that reading
     * such a file reports.
     *
     * @param source the file
     * @param failure the cause
     * @return the exception
     * @throws IOException if the disk failed
     */
    public static InvalidDocumentException refusal(WorkbookSource source, IOException failure) throws IOException {
        CollectingSink findings = new CollectingSink(1);
        reportUnreadable(
                source, failure, new CellReporter(source.name(), ValidationOptions.defaults(), true, findings));
        return new InvalidDocumentException(
                findings.report(MigrationScheduleTable.NOTIFICATION.kind(), Optional.empty(), 0));
    }

    @Override
    public Optional<NotificationHeader> header() {
        return header;
    }

    @Override
    public @Nullable R next() throws IOException {
        try {
            while (!finished && body != null) {
                if (!body.cursor.nextRow()) {
                    finish(body);
                } else if (body.cursor.row() >= body.layout.firstRow() && read(body) && !headSpoiled) {
                    return body.reader.draft().build();
                }
            }
        } catch (IOException e) {
            reportUnreadable(e);
        }
        if (finished) {
            source.checkUnchanged();
        }
        return null;
    }

    /** Reads and checks the current row; returns whether it has no errors. */
    private boolean read(Body from) throws IOException {
        from.reporter.startLine(from.cursor.row());
        if (!from.reader.read(from.cursor)) {
            return false;
        }
        rows.set(from.cursor.row());
        from.rules.checkRead(from.reader.draft());
        return !from.reporter.isSpoiled();
    }

    private void finish(Body from) throws IOException {
        // Read to the end: strings that no cell refers to must be valid too.
        from.workbook.sharedStrings().size();
        finished = true;
        if (rows.isEmpty()) {
            reporter.noRows(from.layout.bodySheet().name());
        }
        if (notification.isAnswered()) {
            new Answerability(from.workbook, from.layout, rows, reporter).report(source, from.cursor);
        }
    }

    @Override
    public long rows() {
        return rows.cardinality();
    }

    @Override
    public long line() {
        return body == null ? 0 : Math.max(body.cursor.row(), body.layout.firstRow() - 1);
    }

    @Override
    public List<String> sheetNames() {
        return workbook == null ? List.of() : workbook.sheetNames();
    }

    @Override
    public void close() throws IOException {
        WorkbookPackage opened = workbook;
        Body read = body;
        try (source;
                opened;
                read) {
            // Closes all of them, the rows first.
        }
    }
}
