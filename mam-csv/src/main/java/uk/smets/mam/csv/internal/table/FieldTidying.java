package uk.smets.mam.csv.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.Repaired;
import uk.smets.mam.model.internal.field.SpreadsheetDamage;
import uk.smets.mam.model.internal.primitive.Characters;

/**
 * Repairs mechanical damage to one value and records each change: non-ASCII characters that look like ASCII ones, white space around the
 * value, and damage that the value's type recognises. Ambiguous values are unchanged and left to the rules.
 */
public final class FieldTidying {
    /** Damage that was repaired, and the text after each repair. */
    private final List<Repaired> steps = new ArrayList<>();

    private final FieldType<?> type;
    private String text;

    private FieldTidying(FieldType<?> type, String text) {
        this.type = type;
        this.text = text;
    }

    /** Tidies a text. */
    public static FieldTidying of(FieldType<?> type, String text) {
        FieldTidying tidying = new FieldTidying(type, text);
        if (!isAscii(text)) {
            tidying.toAscii();
        }
        tidying.strip();
        if (isProtected(tidying.text)) {
            tidying.unprotect();
        }
        Optional<Repaired> repaired = type.repair(tidying.text);
        while (repaired.isPresent()) {
            Repaired step = repaired.get();
            tidying.step(step.rule(), step.text(), step.description());
            repaired = type.repair(tidying.text);
        }
        return tidying;
    }

    /** Returns the changes that lead to {@link #text()}, in order. */
    public List<Repaired> steps() {
        return List.copyOf(steps);
    }

    /** Returns the repaired text. */
    public String text() {
        return text;
    }

    /** Returns the rules that the damaged text breaks, one for each kind of damage. */
    List<Rule> causes() {
        return steps.stream().map(Repaired::rule).toList();
    }

    /** Returns whether a text may be marked as text for a spreadsheet. */
    private static boolean isProtected(String text) {
        return !text.isEmpty() && (text.charAt(0) == '=' || text.charAt(0) == '\'');
    }

    private void unprotect() {
        SpreadsheetDamage.unprotected(text).ifPresent(value -> {
            step(
                    Rule.SPREADSHEET_DAMAGE,
                    value,
                    "the characters that mark the value as text for a spreadsheet were removed");
            strip();
        });
    }

    private void step(Rule rule, String next, String description) {
        steps.add(new Repaired(rule, next, description));
        text = next;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private void toAscii() {
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
            step(
                    Rule.NON_ASCII,
                    ascii.toString(),
                    first + (others == 0 ? "" : " (and " + others + " more in this field)"));
        }
    }

    private static String replaced(int codePoint, String ascii) {
        if (ascii.chars().anyMatch(Character::isDigit)) {
            // The digit is not shown: it is part of a meter point or a Serial Number.
            return "a digit was replaced by its ASCII form";
        }
        return Characters.name(codePoint)
                + (ascii.isEmpty()
                        ? " was removed"
                        : ascii.equals(" ") ? " was replaced by a plain space" : " was replaced by " + ascii);
    }

    private void strip() {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (to < text.length() && text.charAt(to) == ' ' && type.ownsLastSpace(text.substring(from, to + 1))) {
            to++;
        }
        if (to - from < text.length()) {
            boolean tab = text.substring(0, from).indexOf('\t') >= 0 || text.indexOf('\t', to) >= 0;
            step(
                    tab ? Rule.CONTROL_CHARACTER : Rule.FIELD_PADDED,
                    text.substring(from, to),
                    "white space around the value was removed");
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\t';
    }
}
