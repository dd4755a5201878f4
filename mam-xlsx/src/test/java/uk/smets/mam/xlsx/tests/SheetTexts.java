package uk.smets.mam.xlsx.tests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The texts of a workbook as Apache POI reads them. */
final class SheetTexts {
    private SheetTexts() {}

    /**
     * The texts of a workbook that the library wrote.
     *
     * @return first the values of the header by field number, then those of each row of the body by field number; absent where a cell is
     *     empty
     */
    static List<Map<Integer, String>> of(byte[] workbook) {
        try (XSSFWorkbook poi = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            Sheet sheet = poi.getSheetAt(0);
            List<Map<Integer, String>> texts = new ArrayList<>();
            Map<Integer, String> header = new TreeMap<>();
            for (int row = 0; row < 4; row++) {
                header.put(row + 1, sheet.getRow(row).getCell(1).getStringCellValue());
            }
            texts.add(header);
            for (int row = 6; row <= sheet.getLastRowNum(); row++) {
                texts.add(texts(sheet.getRow(row)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, String> texts(Row row) {
        Map<Integer, String> texts = new TreeMap<>();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                texts.put(cell.getColumnIndex() + 1, cell.getStringCellValue());
            } else if (cell.getCellType() != CellType.BLANK) {
                throw new IllegalStateException("a cell of the type " + cell.getCellType());
            }
        }
        return texts;
    }
}
