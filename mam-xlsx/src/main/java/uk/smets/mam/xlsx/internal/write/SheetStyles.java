package uk.smets.mam.xlsx.internal.write;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of a written workbook. Every cell is text, so that no program converts serial numbers or dates to numbers. */
public final class SheetStyles {
    private static final XSSFColor BLUE = color(0x1F, 0x38, 0x64);
    private static final XSSFColor LIGHT_BLUE = color(0xD9, 0xE2, 0xF3);
    private static final XSSFColor YELLOW = color(0xFF, 0xFF, 0x00);
    private static final XSSFColor WHITE = color(0xFF, 0xFF, 0xFF);
    private static final XSSFColor GREY = color(0xBF, 0xBF, 0xBF);

    /**
     * The style indexes, by use.
     *
     * @param column cells outside the body
     * @param label the labels of the header
     * @param value the values of the header
     * @param heading the headings of columns that DCC fills
     * @param responseHeading the headings of columns that the supplier fills
     * @param field fields that DCC fills
     * @param responseField fields that the supplier fills
     */
    record Numbers(int column, int label, int value, int heading, int responseHeading, int field, int responseField) {}

    private final XSSFWorkbook workbook;
    private final short text;

    private SheetStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        text = workbook.createDataFormat().getFormat("@");
    }

    /** Creates the styles of a workbook. */
    static Numbers create(XSSFWorkbook workbook) {
        return new SheetStyles(workbook).create();
    }

    private Numbers create() {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        XSSFFont boldWhite = workbook.createFont();
        boldWhite.setBold(true);
        boldWhite.setColor(WHITE);
        XSSFCellStyle label = filled(framed(), LIGHT_BLUE);
        label.setFont(bold);
        XSSFCellStyle value = style();
        value.setAlignment(HorizontalAlignment.LEFT);
        value.setIndention((short) 1);
        return new Numbers(
                style().getIndex(),
                label.getIndex(),
                value.getIndex(),
                heading(boldWhite, BLUE).getIndex(),
                heading(bold, YELLOW).getIndex(),
                framed().getIndex(),
                filled(framed(), YELLOW).getIndex());
    }

    private static XSSFColor color(int red, int green, int blue) {
        // ST_UnsignedIntHex has four bytes, opacity first.
        return new XSSFColor(
                new byte[] {(byte) 0xFF, (byte) red, (byte) green, (byte) blue}, new DefaultIndexedColorMap());
    }

    private XSSFCellStyle style() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(text);
        return style;
    }

    private XSSFCellStyle framed() {
        XSSFCellStyle style = style();
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(GREY);
        style.setBottomBorderColor(GREY);
        style.setLeftBorderColor(GREY);
        style.setRightBorderColor(GREY);
        return style;
    }

    private XSSFCellStyle heading(XSSFFont font, XSSFColor fill) {
        XSSFCellStyle style = filled(framed(), fill);
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private static XSSFCellStyle filled(XSSFCellStyle style, XSSFColor color) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(color);
        return style;
    }
}
