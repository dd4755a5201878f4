package uk.smets.mam.csv.repair;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.smets.mam.csv.internal.lenient.LooseQuotes;
import uk.smets.mam.csv.internal.table.FieldTidying;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldType;
import uk.smets.mam.model.internal.field.Repaired;
import uk.smets.mam.model.internal.primitive.ShownText;

/** Collects changes: one by one up to a limit, which limits memory, then by rule. */
final class Changes {
    private final String file;
    private final int cap;
    private final List<Change> ofFile = new ArrayList<>();
    private final List<Change> oneByOne = new ArrayList<>();
    private final Map<Rule, Long> others = new EnumMap<>(Rule.class);
    private long count;

    Changes(String file, int cap) {
        this.file = file;
        this.cap = cap;
    }

    void file(Rule rule, long occurrences, String description) {
        ofFile.add(new Change(
                rule, new Location.WholeFile(file), Optional.empty(), Optional.empty(), occurrences, description));
    }

    void line(Rule rule, long line, String description) {
        if (hasRoom(rule)) {
            oneByOne.add(new Change(
                    rule, new Location.Line(file, line), Optional.empty(), Optional.empty(), 1, description));
        }
    }

    /** Records the change of a field; an empty text is omitted. */
    void field(Rule rule, long line, DocumentField field, String from, String to, String description) {
        if (hasRoom(rule)) {
            Location at = new Location.Field(file, line, field.number(), field.name());
            oneByOne.add(new Change(rule, at, shown(from), shown(to), 1, description));
        }
    }

    /** Returns the repaired text of a field, and records each change. */
    String tidied(DocumentField field, FieldType<?> type, long line, String text) {
        FieldTidying tidied = FieldTidying.of(type, text);
        String from = text;
        for (Repaired step : tidied.steps()) {
            field(step.rule(), line, field, from, step.text(), step.description());
            from = step.text();
        }
        return tidied.text();
    }

    /** Records the repair of the quotes of a value, or reports that the value is ambiguous. */
    void quotes(DocumentField field, LooseQuotes.Notes quotes, int place, long line, FieldProblems problems) {
        if (quotes.typographic().get(place)) {
            field(
                    Rule.NON_ASCII,
                    line,
                    field,
                    "",
                    "",
                    "typographic quotes around the value were " + "replaced by plain quotes");
        }
        if (quotes.padded().get(place)) {
            field(Rule.FIELD_PADDED, line, field, "", "", "white space around the quotes was removed");
        }
        if (quotes.unbalanced().get(place)) {
            problems.add(
                    Rule.QUOTING,
                    "an unpaired quote in an unquoted value makes the value ambiguous: quote the whole value, "
                            + "and double the quotes within it");
        } else if (quotes.bare().get(place)) {
            field(
                    Rule.QUOTING,
                    line,
                    field,
                    "",
                    "",
                    "quotes in an unquoted value were treated as part of the " + "value");
        }
    }

    private boolean hasRoom(Rule rule) {
        count++;
        if (oneByOne.size() < cap) {
            return true;
        }
        others.merge(rule, 1L, Long::sum);
        return false;
    }

    private static Optional<String> shown(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty()).map(ShownText::shorten);
    }

    /** Returns the number of changes of lines and fields so far. */
    long count() {
        return count;
    }

    List<Change> list() {
        List<Change> all = new ArrayList<>(ofFile);
        all.addAll(oneByOne);
        others.forEach((rule, number) -> all.add(new Change(
                rule,
                new Location.WholeFile(file),
                Optional.empty(),
                Optional.empty(),
                number,
                "further changes for this rule, which are not listed individually")));
        return all;
    }
}
