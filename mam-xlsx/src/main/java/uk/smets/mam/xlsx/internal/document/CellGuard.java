package uk.smets.mam.xlsx.internal.document;

import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.field.TextType;
import uk.smets.mam.model.internal.primitive.Characters;
import uk.smets.mam.xlsx.internal.xml.XmlText;

/**
 * Checks that apply to every cell, independent of the format of its field. Workbooks are not limited to ASCII: a manufacturer's name may
 * contain any character. Fields with a defined format contain only ASCII.
 */
public final class CellGuard {
    private CellGuard() {}

    /** Returns whether a text consists only of white space, in which case the field is omitted. */
    public static boolean isBlank(FieldText text, FieldProblems problems) {
        boolean blank = isBlank(text);
        if (blank && text.length() > 0) {
            problems.add(Rule.FIELD_PADDED, "the cell contains only white space, and is read as empty: clear it");
        }
        return blank;
    }

    /** Returns whether a text is empty or consists only of white space. */
    public static boolean isBlank(FieldText text) {
        return text.length() == 0
                || text.at(0) <= ' ' && text.toString().codePoints().allMatch(CellGuard::isSpace);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Checks the text of a cell; returns whether it is short enough to be read. */
    static boolean check(Column<?, ?, ?> column, FieldText text, int limit, FieldProblems problems) {
        if (!(column.type() instanceof TextType)) {
            FieldGuard.check(column.field(), column.type(), text, limit, problems);
            return true;
        }
        if (text.length() > limit) {
            problems.add(
                    Rule.FIELD_TOO_LONG,
                    "at most " + limit + " bytes are allowed here: shorten the text, or raise the limit");
            return false;
        }
        if (!text.isPrintableAscii() || text.isPadded()) {
            checkFreeText(text.toString(), problems);
        }
        return true;
    }

    /** Checks a text that may contain any characters except control characters. */
    public static void checkFreeText(String text, FieldProblems problems) {
        if (!text.equals(text.strip())) {
            problems.add(Rule.FIELD_PADDED, "values are not padded: remove the white space around it");
        }
        Optional<String> unwritable = XmlText.unwritable(text);
        if (unwritable.isPresent()) {
            problems.add(
                    Rule.CONTROL_CHARACTER,
                    "the text contains " + unwritable.get() + ", which a workbook cannot contain: remove it");
            return;
        }
        text.strip()
                .codePoints()
                .filter(Character::isISOControl)
                .findFirst()
                .ifPresent(control -> problems.add(
                        Rule.CONTROL_CHARACTER,
                        Severity.WARNING,
                        "the text contains " + Characters.name(control)
                                + ": write it on one line, without this character"));
    }
}
