package uk.smets.mam.xlsx;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Which of a workbook's cell styles show a number as a date. */
final class DateFormats {
    private final BitSet dates = new BitSet();

    DateFormats(Optional<PackagePart> styles) throws IOException {
        if (styles.isPresent()) {
            StylesTable table = new StylesTable(styles.get());
            for (int style = 0; style < table.getNumCellStyles(); style++) {
                XSSFCellStyle cellStyle = table.getStyleAt(style);
                dates.set(style, DateUtil.isADateFormat(cellStyle.getDataFormat(), cellStyle.getDataFormatString()));
            }
        }
    }

    /** Whether a style shows a number as a date. */
    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }
}
