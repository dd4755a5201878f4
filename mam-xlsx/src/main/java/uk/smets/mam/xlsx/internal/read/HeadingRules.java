package uk.smets.mam.xlsx.internal.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.layout.CellReporter;
import uk.smets.mam.xlsx.internal.layout.HeaderPlaces;
import uk.smets.mam.xlsx.internal.layout.HeadingKey;
import uk.smets.mam.xlsx.internal.layout.Headings;
import uk.smets.mam.xlsx.internal.layout.Layout;

/** Checks the headings of a body (clauses 7.3.2, 7.4.2). */
public final class HeadingRules {
    private final Notification<?, ?> notification;
    private final CellReporter reporter;

    public HeadingRules(Notification<?, ?> notification, CellReporter reporter) {
        this.notification = notification;
        this.reporter = reporter;
    }

    public void check(Layout layout) {
        if (layout.headings().isPresent()) {
            checkColumns(layout, layout.headings().get());
            checkAbsent(layout);
        }
    }

    private void checkColumns(Layout layout, Headings headings) {
        HeaderPlaces ofTheHeader = layout.headerPlacesInBody();
        Map<Integer, Integer> columns = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Headings.Heading heading : headings.columns()) {
            if (ofTheHeader.contains(heading.row(), heading.column())) {
                continue;
            }
            reporter.moveTo(layout.bodySheet().name(), heading.row(), heading.column(), heading.text());
            if (heading.field().isPresent()) {
                Integer first = columns.putIfAbsent(heading.field().get(), heading.column());
                if (first != null) {
                    reportSecond(first, heading.column());
                }
            } else if (!unknown.add(HeadingKey.distinguishing(heading.text()))) {
                reporter.cell(
                        Rule.COLUMN_UNKNOWN,
                        Severity.ERROR,
                        "an earlier column has the same heading, which " + notification.description()
                                + " does not define: remove one of the columns, or give each its own heading");
            } else {
                reporter.cell(
                        Rule.COLUMN_UNKNOWN,
                        Rule.COLUMN_UNKNOWN.severity(),
                        notification.description()
                                + " has no such column, so it is ignored: correct the heading if it should be one of"
                                + " the MAM's");
            }
        }
    }

    private void reportSecond(int first, int second) {
        reporter.cell(
                Rule.COLUMN_UNKNOWN,
                Severity.ERROR,
                "columns " + CellReference.columnName(first) + " and " + CellReference.columnName(second)
                        + " both have this heading: remove one of them");
    }

    private void checkAbsent(Layout layout) {
        for (Column<?, ?, ?> column : notification.columns()) {
            if (column.isMandatory() && isAbsent(layout, column)) {
                reporter.sheet(
                        Rule.COLUMN_MISSING,
                        Severity.ERROR,
                        layout.bodySheet().name(),
                        "no column has the heading " + column.field().name() + ", which is mandatory: add the column");
            }
        }
        String absent = notification.columns().stream()
                .filter(column -> !column.isMandatory() && isAbsent(layout, column))
                .map(Column::field)
                .map(DocumentField::name)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            reporter.sheet(
                    Rule.COLUMN_MISSING,
                    Severity.WARNING,
                    layout.bodySheet().name(),
                    "no column has the heading " + absent + ": these fields are omitted in every row");
        }
    }

    private static boolean isAbsent(Layout layout, Column<?, ?, ?> column) {
        return layout.columns().column(column.index()) == 0;
    }
}
