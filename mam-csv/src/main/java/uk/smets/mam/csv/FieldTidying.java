package uk.smets.mam.csv;

import java.util.Optional;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.Characters;
import uk.smets.mam.model.internal.FieldType;
import uk.smets.mam.model.internal.Repaired;

/**
 * Undoes mechanical damage to one value at a time and notes each change: characters that are not ASCII and look like one
 * that is, white space around the value, and what the value's form makes plain. What it can't tell stays as it is, for the
 * rules to refuse.
 */
final class FieldTidying {
    private final Changes changes;

    FieldTidying(Changes changes) {
        this.changes = changes;
    }

    /** The text that was meant by a field of a line. */
    String tidy(DocumentField field, FieldType<?> type, long line, String text) {
        String ascii = isAscii(text) ? text : ascii(field, line, text);
        String stripped = stripped(field, line, ascii);
        Optional<Repaired> repaired = type.repair(stripped);
        if (repaired.isEmpty()) {
            return stripped;
        }
        Repaired repair = repaired.get();
        changes.field(repair.rule(), line, field, stripped, repair.text(), repair.description());
        return repair.text();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private String ascii(DocumentField field, long line, String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        String first = "";
        int others = -1;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            Optional<String> meant =
                    codePoint > 0x7F ? Characters.asciiFor(codePoint) : Optional.of(Character.toString(codePoint));
            ascii.append(meant.orElseGet(() -> Character.toString(codePoint)));
            if (codePoint > 0x7F && meant.isPresent()) {
                first = first.isEmpty() ? replaced(codePoint, meant.get()) : first;
                others++;
            }
        }
        if (others >= 0) {
            changes.field(
                    Rule.NON_ASCII,
                    line,
                    field,
                    text,
                    ascii.toString(),
                    first + (others == 0 ? "" : " (and " + others + " more in this field)"));
        }
        return ascii.toString();
    }

    private static String replaced(int codePoint, String ascii) {
        if (ascii.chars().anyMatch(Character::isDigit)) {
            // Not which digit: it is part of a meter point or a Serial Number.
            return "a digit became its ASCII form";
        }
        return Characters.name(codePoint)
                + (ascii.isEmpty() ? " was removed" : ascii.equals(" ") ? " became a plain space" : " became " + ascii);
    }

    private String stripped(DocumentField field, long line, String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (to - from == text.length()) {
            return text;
        }
        String stripped = text.substring(from, to);
        boolean tab = text.substring(0, from).indexOf('\t') >= 0 || text.indexOf('\t', to) >= 0;
        changes.field(
                tab ? Rule.CONTROL_CHARACTER : Rule.FIELD_PADDED,
                line,
                field,
                text,
                stripped,
                "white space around the value was removed");
        return stripped;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
