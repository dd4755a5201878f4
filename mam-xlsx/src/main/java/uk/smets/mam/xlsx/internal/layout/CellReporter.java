package uk.smets.mam.xlsx.internal.layout;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Places;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.primitive.CellReference;

/** Reports what is wrong with a workbook as a whole, with a sheet, and with its cells outside of the body. */
public final class CellReporter implements Places {
    private final String file;
    private final Reporter reporter;
    private String sheet = "";
    private int row;
    private int column;
    private @Nullable String found;

    public CellReporter(String file, ValidationOptions options, boolean typed, FindingSink sink) {
        this.file = file;
        reporter = new Reporter(this, options, typed, sink, number -> found == null ? "" : found);
    }

    /** Returns the reporter, for the forms of fields: what it reports is at the current cell. */
    public Reporter reporter() {
        return reporter;
    }

    /** Goes to a cell. */
    public void moveTo(String nextSheet, int nextRow, int nextColumn, @Nullable String text) {
        sheet = nextSheet;
        row = nextRow;
        column = nextColumn;
        found = text;
    }

    /** Reports something about the file. */
    public void file(Rule rule, String message) {
        reporter.file(rule, message);
    }

    /** Reports something about the file that weighs otherwise than its rule does. */
    public void file(Rule rule, Severity severity, String message) {
        reporter.at(rule, severity, file(), null, message);
    }

    /** Reports something about a sheet. */
    public void sheet(Rule rule, Severity severity, String name, String message) {
        reporter.at(rule, severity, new Location.WholeSheet(file, name), null, message);
    }

    /** Reports that a sheet has a header and no body. */
    public void noRows(String name) {
        sheet(
                Rule.NO_ROWS,
                Rule.NO_ROWS.severity(),
                name,
                "the sheet has headings and no rows below them: ask DCC for the rows");
    }

    /** Reports something about the current cell, which is no field's. */
    public void cell(Rule rule, Severity severity, String message) {
        reporter.at(
                rule,
                severity,
                new Location.Cell(file, sheet, CellReference.of(column, row), OptionalInt.empty(), Optional.empty()),
                found,
                message);
    }

    /** Returns whether anything was reported that no document may have. */
    public boolean isSpoiled() {
        return reporter.isSpoiled();
    }

    @Override
    public Location file() {
        return new Location.WholeFile(file);
    }

    @Override
    public Location line(long line) {
        return new Location.WholeSheet(file, sheet);
    }

    @Override
    public Location field(long line, DocumentField field) {
        return new Location.Cell(
                file, sheet, CellReference.of(column, row), OptionalInt.of(field.number()), Optional.of(field.name()));
    }
}
