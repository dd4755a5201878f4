package uk.smets.mam.xlsx.internal.read;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.RowDraft;
import uk.smets.mam.xlsx.internal.document.RowRules;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.layout.UnusedColumns;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * One pass over a notification: the engine behind parsing, streaming and validating, which differ only in where the findings go
 * and whether the rows are kept.
 *
 * @param <R> the type of the rows
 * @param <D> the type of a row that is being read
 */
public final class NotificationScan<R, D extends RowDraft<R>> implements Closeable {
    /** The body, as far as there is one. */
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

    /**
     * Opens a workbook, finds the notification in it, and reads its header.
     *
     * @param source where the bytes come from
     * @param notification which notification it is to hold
     * @param options how to check
     * @param typed whether typed rows are handed out
     * @param sink where the findings go
     */
    public NotificationScan(
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
            open(sink);
        } catch (IOException e) {
            reportUnreadable(e);
        } catch (RuntimeException e) {
            // A sink that stops at the first error does so by throwing.
            try (this) {
                throw e;
            }
        }
    }

    private void open(FindingSink sink) throws IOException {
        if (source.isEmpty()) {
            reporter.file(Rule.FILE_EMPTY, "the file is empty: give the workbook that DCC sent");
            finished = true;
            return;
        }
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

    /** Says what the file is, unless it is the disk that failed. */
    private void reportUnreadable(IOException failure) throws IOException {
        source.checkDisk();
        finished = true;
        UnreadableWorkbookException refusal = UnreadableWorkbookException.in(failure, "it can't be unpacked");
        reporter.file(refusal.rule(), requireNonNull(refusal.getMessage()));
    }

    /** The header, where it could be read. */
    public Optional<NotificationHeader> header() {
        return header;
    }

    /** The next row without an error, or null behind the last. */
    @Nullable
    public R next() throws IOException {
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

    /** Reads and checks the current row; answers whether it is a row without an error. */
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
        // To its end: what no cell refers to must be sound too.
        from.workbook.sharedStrings().size();
        finished = true;
        if (rows.isEmpty()) {
            reporter.noRows(from.layout.bodySheet().name());
        }
        if (notification.isAnswered()) {
            new Answerability(from.workbook, from.layout, rows, reporter).report(source, from.cursor);
        }
    }

    /** How many rows the body has, sound or not. */
    public long rows() {
        return rows.cardinality();
    }

    /** The number of the row that was read last, or that of the last row above the body. */
    public int row() {
        return body == null ? 0 : Math.max(body.cursor.row(), body.layout.firstRow() - 1);
    }

    /** Where header and body stand, where they were found. */
    Optional<Layout> layout() {
        return Optional.ofNullable(body).map(found -> found.layout);
    }

    /** The names of the sheets, in their order. */
    public List<String> sheetNames() {
        return workbook == null ? List.of() : workbook.sheetNames();
    }

    @Override
    public void close() throws IOException {
        try {
            if (body != null) {
                body.close();
            }
        } finally {
            if (workbook != null) {
                workbook.close();
            }
        }
    }
}
