package uk.smets.mam.csv.description;

import java.util.Optional;
import java.util.stream.Collectors;
import uk.smets.mam.model.DocumentField;

/** What every form of description derives from a field. */
final class FieldTexts {
    private static final String ISO_DATE = "uuuu-MM-dd";

    private FieldTexts() {}

    /** Returns its optionality, form and clause in a sentence. */
    static String description(DocumentField field) {
        return capitalised(field.optionality()) + "; " + field.type() + " (clause " + field.clause() + ")";
    }

    /** Returns the regular expression of its text from the first character to the last, also if it is a list of permitted values. */
    static Optional<String> anchoredPattern(DocumentField field) {
        Optional<String> pattern = field.form().values().isEmpty()
                ? field.form().pattern()
                : Optional.of(String.join("|", field.form().values()));
        return pattern.map(each -> each.indexOf('|') < 0 ? "^" + each + "$" : "^(" + each + ")$");
    }

    /** Returns the form of its dates in the document's CSV, in the symbols of {@link java.time.format.DateTimeFormatter}. */
    static Optional<String> datePattern(DocumentDescription document, DocumentField field) {
        return field.form().datePattern().map(own -> document.isCsv() ? own : ISO_DATE);
    }

    /** Returns {@code esme_supplier_critical_serial_number}. */
    static String column(DocumentField field) {
        return field.jsonName()
                .chars()
                .mapToObj(c ->
                        Character.isUpperCase(c) ? "_" + (char) Character.toLowerCase(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
