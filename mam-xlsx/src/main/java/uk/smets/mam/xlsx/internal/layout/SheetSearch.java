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

/** Looks for the header and the body of both notifications on one sheet. */
public final class SheetSearch {
    /** What is seen of a formula whose value is unknown: it is something, and no heading or label. */
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
     * @param wanted the notification that is looked for
     * @param other the other one, so that it can be told from it
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

    /** Looks at rows as long as there may be something to find. */
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

    /** Returns the columns in which no label stands: no row of the body starts with one, but a row below the body may. */
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

    /** Returns a long text that many cells share is looked at once for many of them. */
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

    /** Returns the headings of the notification that is looked for. */
    Optional<Headings> headings() {
        return headings.found();
    }

    /** Returns the headings of the other one. */
    Optional<Headings> otherHeadings() {
        return otherHeadings.found();
    }

    /** Returns whether every field of the body that is looked for has its heading. */
    boolean hasAllHeadings() {
        return headings.isComplete();
    }

    /** Rows that look like those of a body without headings. */
    Optional<RowsWithoutHeadings> rowsWithoutHeadings() {
        return Optional.ofNullable(rows);
    }

    WorkbookPackage.Sheet sheet() {
        return sheet;
    }
}
