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

/** Reports problems with a whole workbook, a sheet, or cells outside the body. */
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

    /** Returns the reporter for field formats, which reports at the current cell. */
    public Reporter reporter() {
        return reporter;
    }

    /** Moves to a cell. */
    public void moveTo(String nextSheet, int nextRow, int nextColumn, @Nullable String text) {
        sheet = nextSheet;
        row = nextRow;
        column = nextColumn;
        found = text;
    }

    /** Reports a problem with the file. */
    public void file(Rule rule, String message) {
        reporter.file(rule, message);
    }

    /** Reports a problem with the file, with a severity that overrides that of the rule. */
    public void file(Rule rule, Severity severity, String message) {
        reporter.at(rule, severity, file(), null, message);
    }

    /** Reports a problem with a sheet. */
    public void sheet(Rule rule, Severity severity, String name, String message) {
        reporter.at(rule, severity, new Location.WholeSheet(file, name), null, message);
    }

    /** Reports that a sheet has headings but no rows. */
    public void noRows(String name) {
        sheet(
                Rule.NO_ROWS,
                Rule.NO_ROWS.severity(),
                name,
                "the sheet has headings but no rows below them: ask DCC for the rows");
    }

    /** Reports a problem with the current cell, which belongs to no field. */
    public void cell(Rule rule, Severity severity, String message) {
        reporter.at(
                rule,
                severity,
                new Location.Cell(file, sheet, CellReference.of(column, row), OptionalInt.empty(), Optional.empty()),
                found,
                message);
    }

    /** Returns whether an error was reported. */
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
