package uk.smets.mam.xlsx.internal.compare;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.CellGuard;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleDraft;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel;
import uk.smets.mam.xlsx.internal.layout.HeaderPlaces;
import uk.smets.mam.xlsx.internal.layout.HeadingKey;
import uk.smets.mam.xlsx.internal.layout.Headings;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.layout.SheetPlaces;
import uk.smets.mam.xlsx.internal.read.CellValues;
import uk.smets.mam.xlsx.internal.read.ComparedRow;
import uk.smets.mam.xlsx.internal.read.HeaderReader;
import uk.smets.mam.xlsx.internal.read.NotificationScan;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.workbook.WorkbookSource;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/** One of two compared workbooks: the values of its cells, regardless of their format and storage. */
public final class ComparedSheet implements Closeable {
    /** Drops findings about cells: they are reported when a workbook is read, not when it is compared. */
    private static final FindingSink NOWHERE = (rule, severity, repairable, finding) -> {};

    private static final TextType TEXT = new TextType();
    /** A column that the other workbook does not have: reported once, not for each cell. */
    private static final int NOT_COMPARED = -1;

    /** A column without a heading. */
    private static final int WITHOUT_HEADING = -2;

    private static final int FIELDS =
            MigrationScheduleTable.NOTIFICATION.columns().size();

    private final WorkbookSource source;
    private final WorkbookPackage workbook;
    private final Layout layout;
    private final SheetPlaces places;
    private final HeaderReader headerReader;
    private final Optional<NotificationHeader> header;
    private final HeaderPlaces headerPlaces;
    private final Map<String, Headings.Heading> otherColumns = new LinkedHashMap<>();
    private final Map<String, Integer> headingCounts = new HashMap<>();
    private final CellValues values;
    private final FieldProblems problems;
    private final FieldText shared = new FieldText();
    private final SheetCursor cursor;
    private final List<FieldType<?>> types = new ArrayList<>();
    private int[] compared = {};
    private ComparedRow row = new ComparedRow(0);
    private long ordinal;
    private long bodyRows;

    private ComparedSheet(WorkbookSource source, WorkbookPackage workbook, ValidationOptions options)
            throws IOException {
        this.source = source;
        this.workbook = workbook;
        Notification<MigrationScheduleRow, MigrationScheduleDraft> notification = MigrationScheduleTable.NOTIFICATION;
        layout = Layout.find(workbook, notification);
        places = SheetPlaces.of(source.name(), layout.bodySheet().name(), layout.columns(), notification);
        headerReader = new HeaderReader(
                workbook, notification, options, new CellReporter(source.name(), options, true, NOWHERE));
        header = headerReader.read(layout);
        headerPlaces = layout.headerPlacesInBody();
        layout.headings().ifPresent(headings -> headings.columns().forEach(this::addOtherColumn));
        values = new CellValues(workbook);
        problems =
                new FieldProblems(new Reporter(places, options, false, NOWHERE, number -> ""), notification.field(0));
        cursor = workbook.rows(layout.bodySheet());
    }

    /** Adds a column that is not a field, such as the second of two columns with the heading of a field. */
    private void addOtherColumn(Headings.Heading heading) {
        boolean isOfField = heading.field()
                .filter(field -> layout.columns().column(field) == heading.column())
                .isPresent();
        if (!isOfField) {
            String key = HeadingKey.distinguishing(heading.text());
            int number = headingCounts.merge(key, 1, Integer::sum);
            otherColumns.put(key + " " + number, heading);
        }
    }

    /**
     * Opens a workbook.
     *
     * @throws InvalidDocumentException if it does not contain a Migration Schedule
     */
    public static ComparedSheet open(Input input, ValidationOptions options) throws IOException {
        WorkbookSource source = WorkbookSource.of(input, options);
        try {
            WorkbookPackage workbook = WorkbookPackage.open(source, options);
            try {
                return new ComparedSheet(source, workbook, options);
            } catch (IOException | RuntimeException e) {
                try (workbook) {
                    throw e;
                }
            }
        } catch (IOException e) {
            try (source) {
                throw NotificationScan.refusal(source, e);
            }
        }
    }

    /** Returns the columns that are not fields, by the distinguishing key of their heading and a number among columns with that key. */
    Map<String, Headings.Heading> otherColumns() {
        return otherColumns;
    }

    /** Checks that the workbook is for the expected party. */
    void checkAddressee(ValidationOptions options, FindingSink sink) {
        headerReader.checkAddressee(new CellReporter(source.name(), options, false, sink));
    }

    /**
     * Sets the columns to compare, in addition to the fields.
     *
     * @param keys the keys of the other columns
     */
    void compare(List<String> keys) {
        int last = otherColumns.values().stream()
                .mapToInt(Headings.Heading::column)
                .max()
                .orElse(0);
        compared = new int[Math.max(last, layout.columns().last()) + 1];
        Arrays.fill(compared, WITHOUT_HEADING);
        otherColumns.values().forEach(heading -> compared[heading.column()] = NOT_COMPARED);
        for (Column<?, ?, ?> field : MigrationScheduleTable.NOTIFICATION.columns()) {
            compared[layout.columns().column(field.index())] = field.index();
            types.add(field.type());
        }
        for (String key : keys) {
            Headings.Heading heading = otherColumns.get(key);
            if (heading != null) {
                compared[heading.column()] = types.size();
            }
            types.add(TEXT);
        }
        compared[0] = NOT_COMPARED;
        row = new ComparedRow(types.size());
    }

    /** Moves to the next row of the body that is not empty; returns false after the last one. */
    boolean next() throws IOException {
        try {
            while (cursor.nextRow()) {
                if (cursor.row() >= layout.firstRow()) {
                    row.clear(cursor.row(), ordinal + 1);
                    readCells();
                    if (!row.isEmpty()) {
                        ordinal++;
                        bodyRows += row.hasField(FIELDS) ? 1 : 0;
                        return true;
                    }
                }
            }
            source.checkUnchanged();
            return false;
        } catch (IOException e) {
            throw NotificationScan.refusal(source, e);
        }
    }

    private void readCells() throws IOException {
        while (cursor.nextCell()) {
            int column = cursor.column() < compared.length ? compared[cursor.column()] : WITHOUT_HEADING;
            if (column != NOT_COMPARED && !headerPlaces.contains(cursor.row(), cursor.column())) {
                cursor.read();
                readCell(column);
            }
        }
    }

    private void readCell(int column) throws IOException {
        Utf8Text value = cursor.value();
        int index = cursor.sharedIndex();
        if (workbook.sharedStrings().has(index)) {
            workbook.sharedStrings().moveTo(index, shared);
        } else {
            values.normalise(cursor, column < 0 ? TEXT : types.get(column), problems);
            value.moveTo(shared);
        }
        if (CellGuard.isBlank(shared, problems)) {
            return;
        }
        if (column < 0) {
            row.putWithoutHeading(cursor.column(), shared.toString());
        } else {
            row.put(column, shared);
        }
    }

    /** Returns the current row. The object is reused for the next row. */
    ComparedRow row() {
        return row;
    }

    /** Returns the number of rows of the body read so far. */
    public long rows() {
        return bodyRows;
    }

    /** Returns the texts of a field of the header, whether they are valid or not. */
    List<String> headerTexts(DocumentField field) {
        return layout.labels()
                .label(field.number() - 1)
                .map(headerReader::texts)
                .orElse(List.of());
    }

    /** Returns the header, if it could be read. */
    public Optional<NotificationHeader> header() {
        return header;
    }

    /** Returns the names of the sheets in order. */
    public List<String> sheetNames() {
        return workbook.sheetNames();
    }

    /** Returns whether the sheet has a column for a field. */
    boolean hasField(int index) {
        return layout.columns().column(index) > 0;
    }

    /** Returns whether a column has a heading, or is a field without one. */
    boolean hasHeading(int column) {
        return column < compared.length && compared[column] != WITHOUT_HEADING;
    }

    /** Returns the type of a compared column. */
    FieldType<?> type(int column) {
        return types.get(column);
    }

    /** Returns the location of a field of the header: its first value, or else its label. */
    Location headerPlace(DocumentField field) {
        Optional<HeaderLabel> label = layout.labels().label(field.number() - 1);
        if (label.isEmpty()) {
            return sheetPlace();
        }
        HeaderLabel.Place place =
                label.get().values().stream().findFirst().orElse(label.get().place());
        return new Location.Cell(
                source.name(),
                layout.headerSheet().orElse(layout.bodySheet()).name(),
                CellReference.of(place.column(), place.row()),
                OptionalInt.of(field.number()),
                Optional.of(field.name()));
    }

    /** Returns the location of the whole sheet of the body. */
    Location sheetPlace() {
        return new Location.WholeSheet(source.name(), layout.bodySheet().name());
    }

    /** Returns the location of a whole row. */
    Location rowPlace(int number) {
        return places.line(number);
    }

    /** Returns the location of a field of the body. */
    Location.Cell fieldPlace(int number, DocumentField field) {
        return cell(number, layout.columns().column(field.number() - 1), OptionalInt.of(field.number()), field.name());
    }

    /** Returns the location of a cell in a column that is not a field. */
    Location.Cell otherPlace(int number, String key) {
        Headings.Heading heading = otherColumns.get(key);
        return cell(
                number,
                heading == null ? 1 : heading.column(),
                OptionalInt.empty(),
                heading == null ? key : heading.text());
    }

    /** Returns the location of a cell in a column without a heading. */
    Location.Cell placeWithoutHeading(int number, int column) {
        return cell(number, column, OptionalInt.empty(), null);
    }

    /** Reads rows again and checks their yellow fields by the rules for responses. */
    void checkRows(BitSet numbers, ValidationOptions options, FindingSink sink) throws IOException {
        try (SheetCursor again = workbook.rows(layout.bodySheet())) {
            new ChangedRows(workbook, layout, places, options, sink).check(again, numbers);
        } catch (IOException e) {
            throw NotificationScan.refusal(source, e);
        }
    }

    private Location.Cell cell(int number, int column, OptionalInt field, @Nullable String name) {
        return new Location.Cell(
                source.name(),
                layout.bodySheet().name(),
                CellReference.of(column, number),
                field,
                Optional.ofNullable(name));
    }

    SheetPlaces places() {
        return places;
    }

    /** Returns a receiver that drops all problems with cells. */
    FieldProblems silent() {
        return problems;
    }

    @Override
    public void close() throws IOException {
        try (source;
                workbook;
                cursor) {
            // Closes all three, the cursor first.
        }
    }
}
