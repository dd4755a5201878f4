package uk.smets.mam.xlsx.internal.write;

import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.PriorityType;
import uk.smets.mam.model.internal.field.SmsoType;
import uk.smets.mam.model.internal.primitive.CellReference;

/** Data validation for cells: an SMSO from the list, a Priority, or a valid date in the document's format. */
public final class SheetValidations {
    private final XSSFSheet sheet;
    private final DataValidationHelper helper;

    SheetValidations(XSSFSheet sheet) {
        this.sheet = sheet;
        helper = sheet.getDataValidationHelper();
    }

    /**
     * Adds the validation for a field's format.
     *
     * @param field the field
     * @param type its format
     * @param column its column, from 1
     * @param first its first row, from 1
     * @param last its last row, from 1
     */
    void add(DocumentField field, FieldType<?> type, int column, int first, int last) {
        if (type instanceof SmsoType) {
            String[] codes = Arrays.stream(Smso.values()).map(Smso::toString).toArray(String[]::new);
            add(helper.createExplicitListConstraint(codes), field, column, first, last);
        } else if (type instanceof PriorityType) {
            add(helper.createExplicitListConstraint(new String[] {"Y"}), field, column, first, last);
        } else if (type instanceof DayFirstDateType date) {
            String formula = isDate(date.pattern(), CellReference.of(column, first));
            add(helper.createCustomConstraint(formula), field, column, first, last);
        }
    }

    private void add(DataValidationConstraint constraint, DocumentField field, int column, int first, int last) {
        DataValidation validation = helper.createValidation(
                constraint, new CellRangeAddressList(first - 1, last - 1, column - 1, column - 1));
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox(field.name(), "Write: " + field.type() + ".");
        sheet.addValidationData(validation);
    }

    /** Returns a formula that is true for a valid date; it uses only functions with the same meaning in every language version. */
    private static String isDate(String pattern, String cell) {
        String day = part(pattern, "DD", cell);
        String month = part(pattern, "MM", cell);
        String date = "DATE(" + part(pattern, "YYYY", cell) + "," + month + "," + day + ")";
        return String.format(
                Locale.ROOT,
                "AND(LEN(%s)=%d,DAY(%s)=VALUE(%s),MONTH(%s)=VALUE(%s))",
                cell,
                pattern.length(),
                date,
                day,
                date,
                month);
    }

    private static String part(String pattern, String part, String cell) {
        return "MID(" + cell + "," + (pattern.indexOf(part) + 1) + "," + part.length() + ")";
    }
}
