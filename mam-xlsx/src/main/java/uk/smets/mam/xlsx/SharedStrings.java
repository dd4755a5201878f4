package uk.smets.mam.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.openxml4j.opc.PackagePart;
import uk.smets.mam.model.internal.FieldText;

/**
 * The texts that the cells of a workbook share. This is the one thing whose size follows the workbook's, so it is kept as it is
 * in the file: bytes of UTF-8, each text behind its length, in blocks that never move, and one {@code int} to find it by.
 */
final class SharedStrings {
    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int POSITIONS_BITS = 16;
    private static final int POSITIONS = 1 << POSITIONS_BITS;
    /** As many blocks as an {@code int} can find. */
    private static final int MOST_BLOCKS = 1 << Integer.SIZE - 1 - BLOCK_BITS;

    private final List<byte[]> blocks = new ArrayList<>();
    private final List<int[]> positions = new ArrayList<>();
    private byte[] block = new byte[0];
    private int used;
    private int size;

    /** Makes an empty table. */
    SharedStrings() {}

    static SharedStrings read(PackagePart part) throws IOException {
        SharedStrings table = new SharedStrings();
        try (XmlInput xml =
                new XmlInput(part.getInputStream(), part.getPartName().getName())) {
            RichText text = new RichText(xml);
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.events().getLocalName().equals("si")) {
                    text.read();
                    table.add(text.value());
                }
                event = xml.next();
            }
            xml.finish();
        }
        return table;
    }

    private void add(Utf8Text text) throws UnreadableWorkbookException {
        int length = text.length();
        if (block.length - used < length + 3) {
            if (blocks.size() == MOST_BLOCKS) {
                throw new UnreadableWorkbookException(
                        "its table of shared strings holds more than 2 GiB, which no workbook of this kind needs: ask for"
                                + " the file again");
            }
            block = new byte[BLOCK];
            blocks.add(block);
            used = 0;
        }
        if ((size & POSITIONS - 1) == 0) {
            positions.add(new int[POSITIONS]);
        }
        positions.get(size >>> POSITIONS_BITS)[size & POSITIONS - 1] = blocks.size() - 1 << BLOCK_BITS | used;
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

    /** How many texts there are. */
    int size() {
        return size;
    }

    /** Moves to a text; its index is at least 0 and less than the size. */
    void moveTo(int index, FieldText text) {
        int position = positions.get(index >>> POSITIONS_BITS)[index & POSITIONS - 1];
        byte[] bytes = blocks.get(position >>> BLOCK_BITS);
        int at = position & BLOCK - 1;
        int length = bytes[at] & 0x7F;
        for (int shift = 7; bytes[at++] < 0; shift += 7) {
            length |= (bytes[at] & 0x7F) << shift;
        }
        text.set(bytes, at, at + length);
    }
}
