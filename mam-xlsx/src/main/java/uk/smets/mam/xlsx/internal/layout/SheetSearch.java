package uk.smets.mam.xlsx.internal.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.workbook.CellNumber;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/** Searches a sheet for the header and the body of both notifications. */
public final class SheetSearch {
    /** The substitute for a formula of unknown value: not blank, and not a heading or label. */
    private static final String UNKNOWN = "=";

    private static final int RECENT = 256;

    private final WorkbookPackage workbook;
    private final WorkbookPackage.Sheet sheet;
    private final LabelSearch labels = new LabelSearch();
    private final HeadingSearch headings;
    private final HeadingSearch otherHeadings;
    private final int[] recentIndexes = new int[RECENT];
    private final @Nullable String[] recentTexts = new @Nullable String[RECENT];
    private Set<Integer> bodyColumns = Set.of();
    private @Nullable RowsWithoutHeadings rows;

    /**
     * Creates the search.
     *
     * @param workbook the workbook
     * @param sheet the sheet
     * @param wanted the notification to find
     * @param other the other notification, to distinguish the two
     */
    SheetSearch(
            WorkbookPackage workbook,
            WorkbookPackage.Sheet sheet,
            Notification<?, ?> wanted,
            Notification<?, ?> other) {
        this.workbook = workbook;
        this.sheet = sheet;
        headings = new HeadingSearch(wanted);
        otherHeadings = new HeadingSearch(other);
    }

    /** Examines rows until there is nothing left to find. */
    void run(boolean headerFoundElsewhere) throws IOException {
        try (SheetCursor cursor = workbook.rows(sheet)) {
            while (!isOver(headerFoundElsewhere) && cursor.nextRow()) {
                SeenRow row = see(cursor);
                if (!row.cells().isEmpty()) {
                    look(row);
                }
            }
        }
    }

    private boolean isOver(boolean headerFoundElsewhere) {
        return (headings.isDone() || otherHeadings.isComplete()) && (labels.isComplete() || headerFoundElsewhere);
    }

    private void look(SeenRow row) {
        boolean heading = headings.look(row);
        boolean otherHeading = otherHeadings.look(row);
        if (heading || otherHeading) {
            bodyColumns = bodyColumns();
            labels.closeIn(bodyColumns);
        }
        Set<Integer> body = bodyColumns;
        SeenRow.Cell first = row.cells().get(0);
        labels.look(body.contains(first.column()) && isLabel(first) ? row : row.without(body));
        if (rows == null && body.isEmpty()) {
            OptionalInt column = RowsWithoutHeadings.columnOfMpan(row);
            if (column.isPresent()) {
                rows = RowsWithoutHeadings.of(row, column.getAsInt());
            }
        }
    }

    /** Returns the columns of the body: no body row starts with a label in them, but a row below the body may. */
    private Set<Integer> bodyColumns() {
        return headings.found()
                .or(otherHeadings::found)
                .map(Headings::fieldColumns)
                .orElse(Set.of());
    }

    private static boolean isLabel(SeenRow.Cell cell) {
        return HeaderLabel.fieldOf(cell).isPresent();
    }

    private SeenRow see(SheetCursor cursor) throws IOException {
        List<SeenRow.Cell> cells = new ArrayList<>();
        while (cursor.nextCell()) {
            cursor.read();
            String seen = see(cursor, workbook).strip();
            if (!seen.isEmpty()) {
                cells.add(SeenRow.Cell.of(cursor.column(), seen));
            }
        }
        return SeenRow.of(cursor.row(), cells);
    }

    private String see(SheetCursor cell, WorkbookPackage source) throws IOException {
        if (cell.hasUnknownValue()) {
            return UNKNOWN;
        }
        switch (cell.type()) {
            case SHARED -> {
                return seeShared(cell.sharedIndex(), source.sharedStrings());
            }
            case NUMBER -> {
                String value = cell.value().start(SeenRow.Cell.LONGEST);
                CellNumber number = isWrittenOut(cell.value()) ? null : CellNumber.of(value);
                return number == null ? value : number.digits();
            }
            default -> {
                return cell.value().start(SeenRow.Cell.LONGEST);
            }
        }
    }

    /** Returns the start of a shared string; caches it, so that a long text is not decoded again for each cell that shares it. */
    private String seeShared(int index, SharedStrings strings) throws IOException {
        if (!strings.has(index)) {
            return "";
        }
        int slot = index % RECENT;
        String recent = recentIndexes[slot] == index + 1 ? recentTexts[slot] : null;
        if (recent == null) {
            recent = strings.start(index, SeenRow.Cell.LONGEST).strip();
            recentIndexes[slot] = index + 1;
            recentTexts[slot] = recent;
        }
        return recent;
    }

    private static boolean isWrittenOut(Utf8Text number) {
        return number.length() < CellNumber.PRECISION && number.isDigits();
    }

    /** Returns the labels of the header. */
    LabelSearch labels() {
        return labels;
    }

    /** Returns the headings of the wanted notification. */
    Optional<Headings> headings() {
        return headings.found();
    }

    /** Returns the headings of the other notification. */
    Optional<Headings> otherHeadings() {
        return otherHeadings.found();
    }

    /** Returns whether every field of the wanted body has a heading. */
    boolean hasAllHeadings() {
        return headings.isComplete();
    }

    /** Returns rows that look like those of a body without headings. */
    Optional<RowsWithoutHeadings> rowsWithoutHeadings() {
        return Optional.ofNullable(rows);
    }

    WorkbookPackage.Sheet sheet() {
        return sheet;
    }
}
