package uk.smets.mam.xlsx.internal.respond;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.xlsx.internal.layout.BodyColumns;
import uk.smets.mam.xlsx.internal.layout.HeaderLabel.Place;
import uk.smets.mam.xlsx.internal.layout.Layout;
import uk.smets.mam.xlsx.internal.sheet.PlainCell;
import uk.smets.mam.xlsx.internal.sheet.SheetRow;
import uk.smets.mam.xlsx.internal.sheet.SheetScanner;
import uk.smets.mam.xlsx.internal.workbook.CellNumber;
import uk.smets.mam.xlsx.internal.workbook.ReadAhead;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPart;

/**
 * Reads the meter points and yellow fields of a response by the bytes of its sheet, in a third of the time of a parser. It gives up where
 * rows hold anything but {@linkplain PlainCell plain cells}: only in those can bytes and parsers not disagree about what is a cell.
 */
public final class PlainReadBack {
    /** The longest text of a cell; what is longer may be cut elsewhere. */
    private static final int LONGEST = 32_767;

    private final BodyColumns columns;
    private final Set<Place> headerPlaces;
    private final SharedStrings strings;
    private final YellowDigest digest = new YellowDigest();
    /** The texts of a row, by the index of their field. */
    private final FieldText[] texts;

    private final int[] fields;

    /**
     * Prepares it.
     *
     * @param layout where on the sheet the fields are
     * @param fields the indexes of those that are read, in ascending order
     * @param strings the texts that cells share
     */
    PlainReadBack(Layout layout, int[] fields, SharedStrings strings) {
        this.fields = fields;
        this.strings = strings;
        columns = layout.columns().only(field -> Arrays.binarySearch(fields, field) >= 0);
        headerPlaces = layout.headerPlacesInBody();
        texts = Stream.generate(FieldText::new)
                .limit(fields[fields.length - 1] + 1L)
                .toArray(FieldText[]::new);
    }

    /**
     * Reads a sheet.
     *
     * @param sheet the sheet
     * @param firstRow the first row of its body
     * @return the {@linkplain YellowDigest digest} of its fields, or empty where a parser has to read it
     */
    OptionalLong digest(WorkbookPart sheet, int firstRow) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        try (InputStream bytes = ReadAhead.of(sheet)) {
            SheetScanner scanner = SheetScanner.open(bytes, nowhere);
            while (scanner.nextRow(nowhere)) {
                if (!scanner.isPlain() || scanner.row().number >= firstRow && !readRow(scanner)) {
                    return OptionalLong.empty();
                }
                scanner.skipRow();
            }
            scanner.tail(nowhere);
            return scanner.isPlain() ? OptionalLong.of(digest.value()) : OptionalLong.empty();
        }
    }

    private boolean readRow(SheetScanner scanner) throws IOException {
        SheetRow row = scanner.row();
        for (int field : fields) {
            texts[field].set(scanner.array(), 0, 0);
        }
        for (int cell = 0; cell < row.size(); cell++) {
            int field = columns.field(row.column(cell));
            boolean ofHeader =
                    !headerPlaces.isEmpty() && headerPlaces.contains(new Place(row.number, row.column(cell)));
            if (field >= 0 && !ofHeader && !readCell(scanner, cell, texts[field], field)) {
                return false;
            }
        }
        digest.startRow(row.number);
        for (int field : fields) {
            digest.put(texts[field]);
        }
        digest.endRow();
        return true;
    }

    /** Takes the text of a cell; answers whether its bytes are that text, and not a form of it. */
    private boolean readCell(SheetScanner scanner, int cell, FieldText text, int field) throws IOException {
        scanner.moveTo(cell, text);
        return switch (scanner.row().kind(cell)) {
            case SHARED_STRING -> text.length() == 0 || readShared(scanner.sharedString(cell), text);
            case INLINE_STRING -> isLiteral(text);
            case NUMBER ->
                text.length() == 0 || isMeterPoint(field) && text.length() <= CellNumber.PRECISION && text.isDigits();
            default -> text.length() == 0;
        };
    }

    private boolean readShared(int index, FieldText text) throws IOException {
        if (index < 0 || !strings.has(index)) {
            return false;
        }
        strings.moveTo(index, text);
        return true;
    }

    private static boolean isMeterPoint(int field) {
        return field == ResponseRun.MPAN || field == ResponseRun.MPRN;
    }

    /** Whether a text has no escapes, and no characters that a parser makes others of. */
    private static boolean isLiteral(FieldText text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isLiteral(text.at(i))) {
                return false;
            }
        }
        return length <= LONGEST;
    }

    private static boolean isLiteral(byte character) {
        return character != '&' && character != '_' && (character >= ' ' || character < 0);
    }
}
