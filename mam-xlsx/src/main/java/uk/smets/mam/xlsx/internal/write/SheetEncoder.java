package uk.smets.mam.xlsx.internal.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.xml.InlineText;

/**
 * Creates the rows of a sheet: the header, the headings, and then the rows of the body one by one.
 *
 * @param <R> the type of the rows
 */
public final class SheetEncoder<R> {
    private static final byte[] ROW_START = ascii("<row r=\"");
    private static final byte[] TAG_END = ascii("\">");
    private static final byte[] ROW_END = ascii("</row>");
    private static final String HEADING_HEIGHT = "\" ht=\"50\" customHeight=\"1\">";

    private final Notification<R, ?> notification;
    private final WorkbookSkeleton skeleton;
    private final InlineText text = new InlineText("");
    private final List<ColumnEncoder<R, ?>> columns;

    SheetEncoder(Notification<R, ?> notification, WorkbookSkeleton skeleton) {
        this.notification = notification;
        this.skeleton = skeleton;
        columns = notification.columns().stream()
                .<ColumnEncoder<R, ?>>map(this::encoder)
                .toList();
    }

    private <T> ColumnEncoder<R, T> encoder(Column<R, ?, T> column) {
        SheetStyles.Numbers styles = skeleton.styles();
        return new ColumnEncoder<>(column, column.isResponse() ? styles.responseField() : styles.field(), text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes all rows before the body. */
    void header(NotificationHeader header, FieldOutput out) {
        List<String> values = WrittenHeader.texts(header);
        SheetStyles.Numbers styles = skeleton.styles();
        for (DocumentField field : notification.header()) {
            int row = StandardLayout.FIRST_HEADER_ROW + field.number() - 1;
            start(row, "\">", out);
            cell(StandardLayout.LABEL_COLUMN, row, styles.label(), field.name(), out);
            cell(StandardLayout.VALUE_COLUMN, row, styles.value(), values.get(field.number() - 1), out);
            out.put(ROW_END, 0, ROW_END.length);
        }
        headings(out);
    }

    private void headings(FieldOutput out) {
        SheetStyles.Numbers styles = skeleton.styles();
        start(StandardLayout.HEADING_ROW, HEADING_HEIGHT, out);
        for (Column<R, ?, ?> column : notification.columns()) {
            cell(
                    column.field().number(),
                    StandardLayout.HEADING_ROW,
                    column.isResponse() ? styles.responseHeading() : styles.heading(),
                    column.field().name(),
                    out);
        }
        out.put(ROW_END, 0, ROW_END.length);
    }

    private static void start(int row, String tagEnd, FieldOutput out) {
        out.put(ROW_START, 0, ROW_START.length);
        out.put(row + tagEnd);
    }

    private void cell(int column, int row, int style, String value, FieldOutput out) {
        out.put("<c r=\"" + CellReference.of(column, row) + "\" s=\"" + style + "\"");
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        text.put(utf8, 0, utf8.length, out);
    }

    /**
     * Writes a row of the body.
     *
     * @param row the row
     * @param number its number on the sheet
     * @param out receives the row
     */
    void row(R row, int number, FieldOutput out) {
        byte[] digits = ascii(Integer.toString(number));
        out.put(ROW_START, 0, ROW_START.length);
        out.put(digits, 0, digits.length);
        out.put(TAG_END, 0, TAG_END.length);
        for (ColumnEncoder<R, ?> column : columns) {
            column.put(row, digits, out);
        }
        out.put(ROW_END, 0, ROW_END.length);
    }
}
