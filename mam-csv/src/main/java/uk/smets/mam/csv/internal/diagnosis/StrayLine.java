package uk.smets.mam.csv.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.Headings;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.scan.Blanks;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Rule;

/**
 * A line that is recognisably neither part of the header nor a row, such as headings or a footer (clause 7.2.4 has neither).
 *
 * @param rule the rule that it breaks
 * @param what a description, with its article
 * @param removable whether it can be removed without losing an installation
 */
public record StrayLine(Rule rule, String what, boolean removable) {
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)(?:grand |sub-?)?totals?\\b.{0,40}|(?:sum|count|number of rows|rows|records)\\b:?.{0,20}");
    private static final Pattern NUMBER_OR_NOTHING = Pattern.compile("[0-9 .,]*");
    private static final Pattern METER_POINT = Pattern.compile(".*[0-9]{6}.*");

    /** Returns the description of a line before the header. */
    public static StrayLine beforeHeader(String line) {
        if (DocumentStart.isDeclaration(line)) {
            return new StrayLine(Rule.SPREADSHEET_DAMAGE, "a line that declares the delimiter for a spreadsheet", true);
        }
        boolean headings = Delimiters.choices()
                .anyMatch(delimiter -> headings(List.of(
                                line.split(Pattern.quote(Character.toString(delimiter)), LenientRecords.MOST_FIELDS)))
                        >= 2);
        return new StrayLine(Rule.USER_ID_FORMAT, headings ? "a line of column headings" : "a title", true);
    }

    /** Returns the description of a line of the body, or empty if it may be a row. */
    static Optional<StrayLine> inBody(List<String> cells) {
        List<String> given =
                cells.stream().filter(cell -> !Blanks.isBlank(cell)).toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() >= 2
                && headings(given) == given.size()
                && given.stream().noneMatch(StrayLine::hasDigit)) {
            return Optional.of(
                    new StrayLine(Rule.MPAN_FORMAT, "a line of column headings", areOverTheirColumns(cells)));
        }
        List<String> others = given.subList(1, given.size());
        return TOTAL.matcher(given.get(0).strip()).matches()
                        && others.stream()
                                .allMatch(
                                        cell -> NUMBER_OR_NOTHING.matcher(cell).matches())
                ? Optional.of(new StrayLine(
                        Rule.MPAN_FORMAT,
                        "a total",
                        given.stream()
                                .noneMatch(cell -> METER_POINT.matcher(cell).matches())))
                : Optional.empty();
    }

    private static long headings(List<String> cells) {
        return cells.stream()
                .filter(cell -> Headings.OF_THE_MAM.find(cell).isPresent())
                .count();
    }

    private static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    private static boolean areOverTheirColumns(List<String> cells) {
        List<DocumentField> fields = MigrationAuthorisationTable.FIELDS;
        for (int i = 0; i < cells.size(); i++) {
            Optional<DocumentField> named = Headings.OF_THE_MAM.find(cells.get(i));
            if (named.isPresent() && (i >= fields.size() || !named.get().equals(fields.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the fields of a record that are kept. */
    static List<String> cells(LenientRecords record) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(record.count(), LenientRecords.MOST_FIELDS); i++) {
            cells.add(record.field(i));
        }
        return cells;
    }

    /** Returns the total that a record is, or empty if it is not a total. */
    public static Optional<StrayLine> total(LenientRecords record) {
        return record.problem() == RecordCutter.Problem.NONE
                        && TOTAL.matcher(first(record)).matches()
                ? inBody(cells(record))
                : Optional.empty();
    }

    private static String first(LenientRecords record) {
        int place = 0;
        while (place < record.used() && Blanks.isBlank(record.field(place))) {
            place++;
        }
        return record.field(place).strip();
    }

    /** Returns the message for the finding. */
    public String message() {
        return "this is " + what + ", which a Migration Authorisation does not have: remove the line";
    }
}
