package uk.smets.mam.xlsx.internal.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import uk.smets.mam.xlsx.internal.workbook.SheetCursor;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * A sheet without the cells of its plain rows. Plain cells cannot have errors, so if a parser accepts the frame, it accepts the whole
 * sheet. Of consecutive row tags that differ only in digits, only the first is kept.
 */
final class SheetFrame extends OutputStream {
    /** Sheets have a few kilobytes before and after their rows; a parser reads sheets with more. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] form = new byte[256];
    private byte[] lastForm = new byte[256];
    private int lastLength;
    private boolean complete = true;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] array, int from, int length) {
        complete &= bytes.size() + (long) length <= LARGEST;
        if (complete) {
            bytes.write(array, from, length);
        }
    }

    /** Adds a plain row. */
    void addRow(byte[] array, int start, SheetRow row) {
        int tag = row.contentFrom;
        if (form.length < tag) {
            form = new byte[tag];
        }
        int length = formOf(array, start, tag);
        if (length < 0 || length != lastLength || !Arrays.equals(form, 0, length, lastForm, 0, length)) {
            write(array, start, tag);
            int end = row.to == tag ? tag : row.cellsTo();
            write(array, start + end, row.to - end);
            byte[] last = lastForm;
            lastForm = form;
            form = last;
            lastLength = length;
        }
    }

    /** Copies a tag without the digits in its values and returns the length of the copy, or -1 if the tag has references. */
    private int formOf(byte[] array, int start, int count) {
        int length = 0;
        boolean quoted = false;
        for (int i = start; i < start + count; i++) {
            byte b = array[i];
            if (b == '&') {
                return -1;
            }
            quoted ^= b == '"';
            if (!quoted || b < '0' || b > '9') {
                form[length++] = b;
            }
        }
        return length;
    }

    /** Returns whether a parser accepts the frame. */
    boolean isSound() {
        if (!complete) {
            return false;
        }
        try (SheetCursor cursor =
                new SheetCursor("", "", new XmlInput(new ByteArrayInputStream(bytes.toByteArray()), ""))) {
            boolean more = true;
            while (more) {
                more = cursor.nextRow();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
