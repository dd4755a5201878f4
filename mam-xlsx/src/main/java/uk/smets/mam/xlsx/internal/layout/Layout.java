package uk.smets.mam.xlsx.internal.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.xlsx.internal.document.MigrationScheduleTable;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;

/**
 * The position of the header and body of a notification in a workbook. The MAM does not include DCC's templates, so both are found by their
 * labels and headings, on any sheet, and a body without headings by the format of its first fields.
 *
 * @param headerSheet the sheet with the header, if found
 * @param labels the labels of the header
 * @param bodySheet the sheet with the body
 * @param headings the headings of the body, if any
 * @param firstRow the number of the first row of the body
 * @param columns the columns of the fields
 */
public record Layout(
        Optional<WorkbookPackage.Sheet> headerSheet,
        LabelSearch labels,
        WorkbookPackage.Sheet bodySheet,
        Optional<Headings> headings,
        int firstRow,
        BodyColumns columns) {
    /**
     * Finds a notification.
     *
     * @throws UnreadableWorkbookException if the workbook does not contain it
     */
    public static Layout find(WorkbookPackage workbook, Notification<?, ?> wanted) throws IOException {
        List<SheetSearch> searches = search(workbook, wanted);
        Optional<SheetSearch> body = firstWithMost(searches, Layout::headings);
        int others = searches.stream().mapToInt(Layout::otherHeadings).max().orElse(0);
        if (others > body.map(Layout::headings).orElse(0)) {
            throw UnreadableWorkbookException.withoutDocument("the headings are those of "
                    + wanted.other().description() + ", not of " + wanted.description()
                    + ": read the workbook as that notification, or ask for the right one");
        }
        int fields = wanted.columns().size();
        if (body.isPresent()) {
            Headings headings = body.get().headings().orElseThrow();
            return of(
                    searches,
                    body.get(),
                    Optional.of(headings),
                    headings.lastRow() + 1,
                    BodyColumns.of(headings, fields));
        }
        List<SheetSearch> withRows = searches.stream()
                .filter(search -> search.rowsWithoutHeadings().isPresent())
                .toList();
        if (withRows.isEmpty()) {
            throw UnreadableWorkbookException.withoutDocument("no sheet has the headings of " + wanted.description()
                    + ", or rows of its form: give the workbook that DCC sent");
        }
        SheetSearch best =
                firstWithMost(withRows, search -> search.labels().count()).orElse(withRows.get(0));
        RowsWithoutHeadings rows = best.rowsWithoutHeadings().orElseThrow();
        return of(searches, best, Optional.empty(), rows.row(), BodyColumns.from(rows.column(), fields));
    }

    /** Returns the sheet with the highest count, the first of several, or empty if every count is zero. */
    private static Optional<SheetSearch> firstWithMost(List<SheetSearch> searches, ToIntFunction<SheetSearch> count) {
        int most = searches.stream().mapToInt(count).max().orElse(0);
        return most == 0
                ? Optional.empty()
                : searches.stream()
                        .filter(search -> count.applyAsInt(search) == most)
                        .findFirst();
    }

    /** Returns the kind of notification in a workbook, if any. */
    public static Optional<DocumentKind> kindOf(WorkbookPackage workbook) throws IOException {
        List<SheetSearch> searches = search(workbook, MigrationScheduleTable.NOTIFICATION);
        int schedule = searches.stream().mapToInt(Layout::headings).max().orElse(0);
        int firmware = searches.stream().mapToInt(Layout::otherHeadings).max().orElse(0);
        if (schedule != firmware) {
            return Optional.of(
                    schedule > firmware ? DocumentKind.MIGRATION_SCHEDULE : DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION);
        }
        return searches.stream()
                .flatMap(search -> search.rowsWithoutHeadings().stream())
                .map(RowsWithoutHeadings::kind)
                .findFirst();
    }

    private static List<SheetSearch> search(WorkbookPackage workbook, Notification<?, ?> wanted) throws IOException {
        List<SheetSearch> searches = new ArrayList<>();
        boolean hasHeader = false;
        boolean hasBody = false;
        for (WorkbookPackage.Sheet sheet : workbook.sheets()) {
            if (!hasHeader || !hasBody) {
                SheetSearch search = new SheetSearch(workbook, sheet, wanted, wanted.other());
                search.run(hasHeader);
                searches.add(search);
                hasHeader |= search.labels().isComplete();
                hasBody |= search.hasAllHeadings();
            }
        }
        return searches;
    }

    private static int headings(SheetSearch search) {
        return search.headings().map(Headings::count).orElse(0);
    }

    private static int otherHeadings(SheetSearch search) {
        return search.otherHeadings().map(Headings::count).orElse(0);
    }

    /** Returns the layout with the header on the sheet with most of its labels; of two such sheets, the body's sheet, or else the first. */
    private static Layout of(
            List<SheetSearch> searches,
            SheetSearch body,
            Optional<Headings> headings,
            int firstRow,
            BodyColumns columns) {
        SheetSearch header = body;
        for (SheetSearch search : searches) {
            if (search.labels().count() > header.labels().count()) {
                header = search;
            }
        }
        return new Layout(
                header.labels().count() == 0 ? Optional.empty() : Optional.of(header.sheet()),
                header.labels(),
                body.sheet(),
                headings,
                firstRow,
                columns);
    }

    /** Returns the same layout with only the columns of the selected fields. */
    public Layout only(IntPredicate fields) {
        return new Layout(headerSheet, labels, bodySheet, headings, firstRow, columns.only(fields));
    }

    /** Returns the cells of the header on the body's sheet, which are not part of the body. */
    public HeaderPlaces headerPlacesInBody() {
        boolean sameSheet = headerSheet.isPresent() && headerSheet.get().equals(bodySheet);
        return new HeaderPlaces(sameSheet ? labels.places() : Set.of());
    }
}
