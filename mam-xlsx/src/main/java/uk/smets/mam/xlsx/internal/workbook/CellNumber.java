package uk.smets.mam.xlsx.internal.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number in a cell. A workbook may store it in scientific notation, {@code 1.312345678907E12}; here it is written in plain digits,
 * with the fifteen significant digits that a spreadsheet program keeps and shows.
 */
public final class CellNumber {
    /** The number of significant digits that Excel keeps; further digits are rounding noise. */
    public static final int PRECISION = 15;

    private static final MathContext KEPT = new MathContext(PRECISION);
    private static final int LONGEST = 40;

    /** Limits exponents to three digits, which is enough for every number in a workbook and bounds the output. */
    private static final Pattern FORM = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** The first day with a correct number: the 1900 date system counts a 29 February 1900, which did not exist. */
    private static final int FIRST_OF_MARCH_1900 = 61;

    private static final LocalDate ZERO_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final BigDecimal HALF_A_SECOND = new BigDecimal("0.000005");

    private final BigDecimal value;

    private CellNumber(BigDecimal value) {
        this.value = value;
    }

    /** Returns the number in a text, or null if the text is not a number. */
    public static @Nullable CellNumber of(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(text);
        boolean integer = exact.stripTrailingZeros().scale() <= 0;
        return new CellNumber(integer ? exact : exact.round(KEPT));
    }

    /** Returns whether it is an integer with more digits than a spreadsheet program keeps. */
    public boolean isImprecise() {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.precision() - plain.scale() > PRECISION;
    }

    /** Returns the number in plain digits, without an exponent. */
    public String digits() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Returns whether the number, as a date, has a time of day. */
    public boolean hasTimeOfDay() {
        return nearestDay().subtract(value).abs().compareTo(HALF_A_SECOND) > 0;
    }

    private BigDecimal nearestDay() {
        return value.setScale(0, RoundingMode.HALF_EVEN);
    }

    /** Returns the number as a date, or null if it is not one. */
    @Nullable
    public LocalDate day(boolean countsFrom1904) {
        BigDecimal day = nearestDay();
        if (day.signum() < 0 || day.precision() - day.scale() > 7) {
            return null;
        }
        int number = day.intValueExact();
        if (countsFrom1904) {
            LocalDate date = FIRST_OF_1904.plusDays(number);
            return date.isAfter(LAST) ? null : date;
        }
        if (number == 0 || number == FIRST_OF_MARCH_1900 - 1) {
            return null;
        }
        LocalDate date = ZERO_OF_1900.plusDays(number < FIRST_OF_MARCH_1900 ? number + 1 : number);
        return date.isAfter(LAST) ? null : date;
    }
}
