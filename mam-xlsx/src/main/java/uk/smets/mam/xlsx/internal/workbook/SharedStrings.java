package uk.smets.mam.xlsx.internal.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/**
 * The shared strings of a workbook. Only this table grows with the workbook, so it is kept compact: each text as its length and its bytes
 * in UTF-8, in blocks that are never moved, with one {@code int} for each group of texts. It is read only as far as needed.
 */
public final class SharedStrings implements Closeable {
    private static final int BLOCK_BITS = 18;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int POSITIONS_BITS = 14;
    private static final int POSITIONS = 1 << POSITIONS_BITS;
    /** The texts of a group are in one block and are found by the position of the first. */
    private static final int GROUP_BITS = 2;

    private static final int GROUP = 1 << GROUP_BITS;
    /** The number of blocks that an {@code int} position can address. */
    private static final int MOST_BLOCKS = 1 << Integer.SIZE - 1 - BLOCK_BITS;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<int[]> positions = new ArrayList<>();
    private byte[] block = new byte[0];
    private int used;
    private int groupStart;
    private int size;
    private int count;
    private final RichText text = new RichText();
    private final FieldText seen = new FieldText();

    private final @Nullable StringSelection wanted;
    private @Nullable XmlInput rest;

    private SharedStrings(@Nullable StringSelection wanted, @Nullable XmlInput rest) {
        this.wanted = wanted;
        this.rest = rest;
    }

    /** Returns an empty table. */
    static SharedStrings none() {
        return new SharedStrings(null, null);
    }

    /** Opens a table, which is read only as far as needed. */
    static SharedStrings open(WorkbookPart part) throws IOException {
        return new SharedStrings(null, input(part));
    }

    /** Reads a table and keeps only selected texts. */
    static SharedStrings select(WorkbookPart part, StringSelection wanted) throws IOException {
        try (SharedStrings table = new SharedStrings(wanted, input(part))) {
            table.size();
            table.trim();
            wanted.finish();
            return table;
        }
    }

    private static XmlInput input(WorkbookPart part) throws IOException {
        return new XmlInput(ReadAhead.of(part), part.name());
    }

    /** Returns whether the table has a text with an index; if so, {@link #moveTo} finds it. */
    public boolean has(int index) throws IOException {
        while (rest != null && count <= index) {
            readNext(rest);
        }
        if (index < 0 || index >= count) {
            return false;
        }
        if (wanted != null && !wanted.isKept(index)) {
            throw SheetForm.unusual("which text one of its cells holds is not plain");
        }
        return true;
    }

    /** Returns whether a text was not kept because it has no errors and no caller needs it. */
    public boolean isSound(int index) {
        return wanted != null && index >= 0 && index < count && wanted.isSound(index);
    }

    private void readNext(XmlInput xml) throws IOException {
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT && !isText(event, xml)) {
            event = xml.next();
        }
        if (event == XMLStreamConstants.END_DOCUMENT) {
            xml.finish();
            close();
            return;
        }
        // Texts that no caller needs must be valid too.
        text.read(xml);
        if (wanted == null || wanted.wants(count) && wanted.keeps(count, text.value())) {
            add(text.value());
        }
        count++;
    }

    private static boolean isText(int event, XmlInput xml) {
        return event == XMLStreamConstants.START_ELEMENT
                && xml.events().getLocalName().equals("si")
                && SheetCursor.MAIN.equals(xml.events().getNamespaceURI());
    }

    private void add(Utf8Text text) throws UnreadableWorkbookException {
        int length = text.length();
        boolean isFirst = (size & GROUP - 1) == 0;
        if (block.length - used < length + 3) {
            startBlock(isFirst ? 0 : used - groupStart, length + 3);
        }
        if (isFirst) {
            groupStart = used;
            locateGroup();
        }
        size++;
        int rest = length;
        while (rest >= 0x80) {
            block[used++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        block[used++] = (byte) rest;
        System.arraycopy(text.array(), 0, block, used, length);
        used += length;
    }

    /** Starts a block, and moves the texts of the current group to it, so that there is room for one more. */
    private void startBlock(int groupBytes, int more) throws UnreadableWorkbookException {
        if (blocks.size() == MOST_BLOCKS) {
            throw new UnreadableWorkbookException(
                    "its table of shared strings holds more than 2 GiB, which no workbook of this kind needs: ask"
                            + " for the file again");
        }
        byte[] next = new byte[Math.max(BLOCK, groupBytes + more)];
        System.arraycopy(block, groupStart, next, 0, groupBytes);
        block = next;
        blocks.add(block);
        used = groupBytes;
        groupStart = 0;
        if (groupBytes > 0) {
            locateGroup();
        }
    }

    /** Records where the group of the next text starts. */
    private void locateGroup() {
        int group = size >>> GROUP_BITS;
        if (group >>> POSITIONS_BITS == positions.size()) {
            positions.add(new int[POSITIONS]);
        }
        positions.get(group >>> POSITIONS_BITS)[group & POSITIONS - 1] = blocks.size() - 1 << BLOCK_BITS | groupStart;
    }

    /** Frees the unused rest of the last block, because no text follows. */
    private void trim() {
        if (!blocks.isEmpty()) {
            block = Arrays.copyOf(block, used);
            blocks.set(blocks.size() - 1, block);
        }
    }

    /** Returns the number of texts; reads all of them. */
    public int size() throws IOException {
        while (rest != null) {
            readNext(rest);
        }
        return count;
    }

    /** Moves to a text that the table {@linkplain #has has}. */
    public void moveTo(int index, FieldText text) {
        moveTo(index, Integer.MAX_VALUE, text);
    }

    private void moveTo(int index, int most, FieldText text) {
        int place = wanted == null ? index : wanted.place(index);
        int group = place >>> GROUP_BITS;
        int position = positions.get(group >>> POSITIONS_BITS)[group & POSITIONS - 1];
        byte[] bytes = blocks.get(position >>> BLOCK_BITS);
        int at = position & BLOCK - 1;
        int length = 0;
        for (int left = place & GROUP - 1; left >= 0; left--) {
            at += length;
            length = bytes[at] & 0x7F;
            for (int shift = 7; bytes[at++] < 0; shift += 7) {
                length |= (bytes[at] & 0x7F) << shift;
            }
        }
        int end = at + Math.min(length, most);
        while (end < at + length && end > at && (bytes[end] & 0xC0) == 0x80) {
            // Do not cut within a character.
            end--;
        }
        text.set(bytes, at, end);
    }

    /** Returns a text that the table {@linkplain #has has}, cut to a maximum number of bytes. */
    public String start(int index, int most) {
        moveTo(index, most, seen);
        return seen.toString();
    }

    /** Reads no more texts. */
    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
            rest = null;
        }
    }
}
