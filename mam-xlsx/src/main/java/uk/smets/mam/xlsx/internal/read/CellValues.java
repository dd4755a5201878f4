package uk.smets.mam.xlsx.internal.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.field.DayFirstDateType;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.xlsx.internal.workbook.CellCursor;
import uk.smets.mam.xlsx.internal.workbook.CellNumber;
import uk.smets.mam.xlsx.internal.workbook.SharedStrings;
import uk.smets.mam.xlsx.internal.workbook.WorkbookPackage;
import uk.smets.mam.xlsx.internal.xml.Utf8Text;

/**
 * Converts the content of a cell of any type to the text format of its field: numbers are written in full, and date cells are written in
 * the document's date format. The cell's display format is ignored, because it only determines how much of the value is shown.
 */
public final class CellValues {
    private static final Pattern ISO_DATE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00(?::00(?:\\.0+)?)?Z?)?");
    private static final int MOST_PLAIN_DIGITS = CellNumber.PRECISION;

    /** The number of digits of a date serial number since 1927. */
    private static final int DIGITS_OF_A_DAY = 5;

    /** The number of digits of an eight-digit date that lost its leading zero. */
    private static final int DIGITS_WITHOUT_ZERO = 7;

    private final WorkbookPackage workbook;

    public CellValues(WorkbookPackage workbook) {
        this.workbook = workbook;
    }

    /**
     * Converts the value of the current cell to the text of its field.
     *
     * @param cell the cell, not a shared string; its value is changed in place
     * @param type the format of the field
     * @param problems receives the problems
     * @return whether the text can be read; if not, a problem was reported
     */
    public boolean normalise(CellCursor cell, FieldType<?> type, FieldProblems problems) throws IOException {
        Utf8Text value = cell.value();
        if (value.length() == 0) {
            return true;
        }
        return switch (cell.type()) {
            case NUMBER -> normaliseNumber(value, cell.style(), type, problems);
            case DATE -> normaliseIsoDate(value, type, problems);
            case BOOLEAN -> {
                String truth = value.toString();
                value.set(truth.equals("1") ? "TRUE" : truth.equals("0") ? "FALSE" : truth);
                reportText(type, "a Boolean", problems);
                yield true;
            }
            case ERROR -> {
                problems.add(
                        Rule.ERROR_CELL,
                        "the cell contains an error instead of a value: enter the value again from its source");
                yield false;
            }
            case TEXT, SHARED -> true;
        };
    }

    private boolean normaliseNumber(Utf8Text value, int style, FieldType<?> type, FieldProblems problems)
            throws IOException {
        boolean mayBeDate = type instanceof DayFirstDateType || type instanceof TextType;
        if (!mayBeDate && value.length() <= MOST_PLAIN_DIGITS && value.isDigits()) {
            return true;
        }
        CellNumber number = CellNumber.of(value.toString().strip());
        if (number == null) {
            return true;
        }
        value.set(number.digits());
        if (mayBeDate && style > 0 && workbook.dateFormats().isDate(style)) {
            return type instanceof DayFirstDateType dates
                    ? normaliseDay(value, number, dates, problems)
                    : reportDateInText(problems);
        }
        if (type instanceof DayFirstDateType dates && value.length() == DIGITS_OF_A_DAY && value.isDigits()) {
            return reportNoDay(dates, "the cell contains a day number without a date format", problems);
        }
        if (type instanceof DayFirstDateType dates && value.length() == DIGITS_WITHOUT_ZERO && value.isDigits()) {
            return reportNoDay(
                    dates, "the cell contains a number, which has lost the leading zero of the day", problems);
        }
        if (number.isImprecise()) {
            problems.add(
                    Rule.NUMBER_PRECISION,
                    "the cell contains a number of more than 15 digits, of which Excel keeps 15: give the cell the"
                            + " format Text, and enter the number again from its source");
            return false;
        }
        reportText(type, "a number", problems);
        return true;
    }

    private static void reportText(FieldType<?> type, String what, FieldProblems problems) {
        if (type instanceof TextType) {
            problems.add(
                    Rule.TEXT_AS_NUMBER,
                    "the text is stored as " + what + ", which loses leading and trailing zeros: give the cell the"
                            + " format Text, and enter the text again from its source");
        }
    }

    private boolean normaliseDay(Utf8Text value, CellNumber number, DayFirstDateType dates, FieldProblems problems) {
        LocalDate day = number.day(workbook.countsFrom1904());
        if (day == null) {
            return reportNoDay(dates, "the cell has a date format, but its number is not a date", problems);
        }
        if (number.hasTimeOfDay()) {
            return reportNoDay(dates, "the cell contains a time of day as well as a date", problems);
        }
        set(value, day, dates);
        return true;
    }

    private boolean normaliseIsoDate(Utf8Text value, FieldType<?> type, FieldProblems problems) {
        if (type instanceof DayFirstDateType dates) {
            LocalDate day = isoDay(value.toString());
            if (day == null) {
                return reportNoDay(dates, "the date in the cell has a time of day, or does not exist", problems);
            }
            set(value, day, dates);
            return true;
        }
        return type instanceof TextType ? reportDateInText(problems) : true;
    }

    private static @Nullable LocalDate isoDay(String text) {
        Matcher date = ISO_DATE.matcher(text);
        if (!date.matches()) {
            return null;
        }
        try {
            return LocalDate.parse(date.group(1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static void set(Utf8Text value, LocalDate day, DayFirstDateType dates) {
        FieldOutput out = new FieldOutput(16);
        dates.encode(day, out);
        value.set(out.array(), out.size());
    }

    private static boolean reportNoDay(DayFirstDateType dates, String what, FieldProblems problems) {
        problems.add(Rule.DATE_FORMAT, what + ": give the date alone, as " + dates.formWithExample());
        return false;
    }

    private static boolean reportDateInText(FieldProblems problems) {
        problems.add(
                Rule.SPREADSHEET_DAMAGE,
                "a spreadsheet program has converted the text to a date, as it does with a version such as 1.2.19:"
                        + " give the cell the format Text, and enter the text again from its source");
        return false;
    }

    /**
     * Reports the formula of the current cell, if it has one.
     *
     * @return whether the cell's value is known; if not, an error was reported
     */
    public static boolean checkFormula(CellCursor cell, FieldProblems problems) {
        if (cell.hasUnknownValue()) {
            problems.add(
                    Rule.FORMULA_CELL,
                    Severity.ERROR,
                    "the cell contains a formula without a calculated value, so its value is unknown: open the"
                            + " workbook in Excel, and replace the formula with its value");
            return false;
        }
        if (cell.hasFormula()) {
            problems.add(
                    Rule.FORMULA_CELL,
                    "the cell contains a formula, and its value at the last save is read: replace the formula with"
                            + " its value");
        }
        return true;
    }

    /** Reports that the shared string of a cell does not exist. */
    static void reportNoSharedString(SharedStrings strings, FieldProblems problems) throws IOException {
        problems.add(
                Rule.ERROR_CELL,
                "the workbook is damaged: the cell refers to a text that is not in its table of " + strings.size()
                        + " shared strings: enter the value again from its source");
    }
}
