package uk.smets.mam.xlsx.internal.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.ReadAhead;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPart;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/**
 * Reads the rows of a sheet from their bytes, in a quarter of the time of a parser, while they contain only
 * {@linkplain PlainCell plain cells}, for which both give the same result. Ends before the first row with anything else.
 */
public final class PlainCursor implements CellCursor {
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    private final InputStream bytes;
    private final SheetScanner scanner;
    private final SheetRow row;
    private final FieldText text = new FieldText();
    private final Utf8Text value = new Utf8Text();
    private boolean atRow;
    private int cell;

    private PlainCursor(InputStream bytes) throws IOException {
        this.bytes = bytes;
        scanner = SheetScanner.open(bytes, NOWHERE);
        row = scanner.row();
    }

    /** Opens a sheet. */
    public static PlainCursor open(WorkbookPart sheet) throws IOException {
        InputStream bytes = ReadAhead.of(sheet);
        try {
            return new PlainCursor(bytes);
        } catch (IOException | RuntimeException e) {
            try (bytes) {
                throw e;
            }
        }
    }

    /** Returns whether all rows so far are plain; once {@link #nextRow} has returned false, whether the whole sheet is. */
    public boolean isPlain() {
        return scanner.isPlain();
    }

    @Override
    public boolean nextRow() throws IOException {
        if (atRow) {
            scanner.skipRow();
        }
        cell = -1;
        atRow = scanner.nextRow(NOWHERE) && scanner.isPlain();
        if (!atRow && scanner.isPlain()) {
            scanner.tail(NOWHERE);
        }
        return atRow;
    }

    @Override
    public int row() {
        return row.number;
    }

    @Override
    public boolean nextCell() {
        return ++cell < row.size();
    }

    @Override
    public int column() {
        return row.column(cell);
    }

    @Override
    public void read() {
        value.clear();
        if (row.kind(cell) != SheetRow.Kind.SHARED_STRING) {
            scanner.moveTo(cell, text);
            value.set(text);
        }
    }

    @Override
    public SheetCursor.Type type() {
        return row.kind(cell).type;
    }

    @Override
    public int style() {
        return row.kind(cell) == SheetRow.Kind.NUMBER ? Math.max(row.style(cell), 0) : 0;
    }

    @Override
    public boolean isText() {
        return type() == SheetCursor.Type.TEXT || type() == SheetCursor.Type.SHARED || value.length() == 0;
    }

    @Override
    public boolean hasFormula() {
        return false;
    }

    @Override
    public boolean hasUnknownValue() {
        return false;
    }

    @Override
    public int sharedIndex() {
        return row.kind(cell) == SheetRow.Kind.SHARED_STRING && row.hasValue(cell)
                ? scanner.sharedString(cell)
                : SheetCursor.NOT_SHARED;
    }

    @Override
    public Utf8Text value() {
        return value;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
