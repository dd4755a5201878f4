package uk.smets.mam.xlsx.internal.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PageOrder;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.internal.document.Column;
import uk.smets.mam.xlsx.internal.document.Notification;
import uk.smets.mam.xlsx.internal.document.NotificationHeaderTable;
import uk.smets.mam.xlsx.internal.workbook.PackageEntries;

/**
 * A workbook without rows: styles, columns, frozen panes, validations, properties. POI creates it once for each kind of document; rows
 * are then streamed into its sheet, which uses the {@link StandardLayout}.
 */
public final class WorkbookSkeleton {
    private static final String SHEET_PART = "xl/worksheets/sheet1.xml";

    /** The fixed time in the workbook's properties; the current time would make each file different. */
    private static final Instant TIME = Instant.parse("1980-01-01T00:00:00Z");

    /** The fixed time of the ZIP entries, which has no time zone; late enough to be valid in a ZIP file in every zone. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 31, 0, 0);

    private static final String NO_ROWS = "<sheetData/>";
    private static final int FROZEN_COLUMNS = 2;
    private static final short PAGES_ACROSS = 4;
    private static final int CHARACTER = 256;
    private static final int NARROWEST = 9;

    private final byte[] workbook;
    private final byte[] head;
    private final byte[] tail;
    private final SheetStyles.Numbers styles;

    private WorkbookSkeleton(byte[] workbook, String sheet, SheetStyles.Numbers styles) {
        this.workbook = workbook;
        this.styles = styles;
        int rows = sheet.indexOf(NO_ROWS);
        // The cell range is unknown until the last row, and is optional.
        head = utf8(sheet.substring(0, rows).replaceFirst("<dimension [^>]*/>", "") + "<sheetData>");
        tail = utf8("</sheetData>" + sheet.substring(rows + NO_ROWS.length()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Creates the skeleton of a kind of document. */
    public static WorkbookSkeleton of(Notification<?, ?> notification) {
        try (XSSFWorkbook poi = new XSSFWorkbook()) {
            SheetStyles.Numbers styles = SheetStyles.create(poi);
            XSSFSheet sheet = poi.createSheet(notification.title());
            describe(poi.getProperties(), notification);
            shape(sheet, notification, styles);
            print(sheet);
            validate(sheet, notification);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            poi.write(bytes);
            byte[] workbook = bytes.toByteArray();
            return new WorkbookSkeleton(workbook, sheetOf(workbook), styles);
        } catch (IOException e) {
            throw new UncheckedIOException("making a workbook in memory", e);
        }
    }

    private static String sheetOf(byte[] workbook) throws IOException {
        try (PackageEntries parts = parts(workbook);
                InputStream sheet = parts.getInputStream(sheet(parts))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void describe(POIXMLProperties properties, Notification<?, ?> notification) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle("Dormant Meter " + notification.title());
        core.setCreator("mam");
        core.setCreated(Optional.of(Date.from(TIME)));
        core.setModified(Optional.of(Date.from(TIME)));
        properties.getExtendedProperties().setApplication("mam");
    }

    private static void shape(XSSFSheet sheet, Notification<?, ?> notification, SheetStyles.Numbers styles) {
        int labels = notification.header().stream()
                .mapToInt(field -> field.name().length() + 3)
                .max()
                .orElseThrow();
        for (Column<?, ?, ?> column : notification.columns()) {
            sheet.setDefaultColumnStyle(column.index(), sheet.getWorkbook().getCellStyleAt(styles.column()));
            int width = column.index() == 0 ? Math.max(width(column), labels) : width(column);
            sheet.setColumnWidth(column.index(), width * CHARACTER);
        }
        sheet.createFreezePane(FROZEN_COLUMNS, StandardLayout.HEADING_ROW);
    }

    /** Returns a width that fits the longest usual value, and the heading in at most three lines. */
    private static int width(Column<?, ?, ?> column) {
        int longest = column.field().maxLength().orElse(column.type() instanceof TextType ? 16 : 24);
        return Math.max(Math.max(longest, column.field().name().length() / 3), NARROWEST) + 2;
    }

    private static void print(XSSFSheet sheet) {
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PaperSize.A3_PAPER);
        sheet.getPrintSetup().setPageOrder(PageOrder.OVER_THEN_DOWN);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth(PAGES_ACROSS);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(
                new CellRangeAddress(StandardLayout.HEADING_ROW - 1, StandardLayout.HEADING_ROW - 1, -1, -1));
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, FROZEN_COLUMNS - 1));
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("Page &P of &N");
    }

    private static void validate(XSSFSheet sheet, Notification<?, ?> notification) {
        SheetValidations validations = new SheetValidations(sheet);
        int smso = NotificationHeaderTable.SMSO;
        validations.add(
                notification.header().get(smso),
                NotificationHeaderTable.SMSO_TYPE,
                StandardLayout.VALUE_COLUMN,
                StandardLayout.FIRST_HEADER_ROW + smso,
                StandardLayout.FIRST_HEADER_ROW + smso);
        for (Column<?, ?, ?> column : notification.columns()) {
            validations.add(
                    column.field(),
                    column.type(),
                    column.field().number(),
                    StandardLayout.FIRST_BODY_ROW,
                    CellReference.MAX_ROW);
        }
    }

    SheetStyles.Numbers styles() {
        return styles;
    }

    private static PackageEntries parts(byte[] workbook) throws IOException {
        return PackageEntries.open(new SeekableInMemoryByteChannel(workbook), ValidationOptions.defaults());
    }

    /** Returns the part that contains the sheet. */
    static ZipArchiveEntry sheet(PackageEntries parts) {
        return parts.inOrder().stream()
                .filter(entry -> entry.getName().equals(SHEET_PART))
                .findFirst()
                .orElseThrow();
    }

    /** Opens the parts of the workbook, whose sheet has no rows. */
    PackageEntries open() throws IOException {
        PackageEntries parts = parts(workbook);
        long time = ZIP_TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
        parts.inOrder().forEach(part -> part.setTime(time));
        return parts;
    }

    /** Returns the sheet's XML before the first row. */
    byte[] head() {
        return head.clone();
    }

    /** Returns the sheet's XML after the last row. */
    byte[] tail() {
        return tail.clone();
    }
}
