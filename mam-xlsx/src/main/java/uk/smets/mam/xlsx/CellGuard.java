package uk.smets.mam.xlsx;

import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.internal.Characters;
import uk.smets.mam.model.internal.FieldGuard;
import uk.smets.mam.model.internal.FieldProblems;
import uk.smets.mam.model.internal.FieldText;
import uk.smets.mam.model.internal.TextType;

/**
 * The checks that every cell goes through, whatever the form of its field. A workbook is no ASCII file: the name of a
 * manufacturer may have any characters. What has a form of its own has none but ASCII ones.
 */
final class CellGuard {
    private CellGuard() {}

    /** Whether a text is white space and nothing else: then the field is omitted. */
    static boolean isBlank(FieldText text, FieldProblems problems) {
        if (text.length() == 0) {
            return true;
        }
        if (text.at(0) > ' ') {
            return false;
        }
        boolean blank = text.toString().codePoints().allMatch(CellGuard::isSpace);
        if (blank) {
            problems.add(
                    Rule.FIELD_PADDED, "the cell holds white space and nothing else, and is read as empty: empty it");
        }
        return blank;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    static void check(Column<?, ?, ?> column, FieldText text, int limit, FieldProblems problems) {
        if (!(column.type() instanceof TextType)) {
            FieldGuard.check(column.field(), text, limit, problems);
        } else if (!text.isPrintableAscii() || text.isPadded()) {
            checkFreeText(text.toString(), problems);
        }
    }

    /** Checks a text that may have any characters. */
    static void checkFreeText(String text, FieldProblems problems) {
        if (!text.equals(text.strip())) {
            problems.add(Rule.FIELD_PADDED, "values are not padded: remove the white space around it");
        }
        text.strip()
                .codePoints()
                .filter(Character::isISOControl)
                .findFirst()
                .ifPresent(control -> problems.add(
                        Rule.CONTROL_CHARACTER,
                        Severity.WARNING,
                        "the text holds " + Characters.name(control) + ": write it in one line, without it"));
        XmlText.unwritable(text)
                .ifPresent(character -> problems.add(
                        Rule.CONTROL_CHARACTER,
                        "the text holds " + character + ", which no workbook can hold: remove it"));
    }
}
