package uk.smets.mam.csv.internal.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.lenient.Delimiters;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.Lines;
import uk.smets.mam.csv.internal.lenient.RecordCutter;
import uk.smets.mam.csv.internal.table.Column;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowDraft;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldGuard;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;

/**
 * Reads a line of the body that has not the shape of a row as the repair reads it: so the cause is known, whether it can be undone, and
 * what else is wrong with the row.
 */
public final class OddRow {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);

    private final int fieldLimit;
    private final Reporter reporter;
    private final FieldProblems problems;
    private final RowDraft draft = new RowDraft();
    private final FieldText text = new FieldText();
    private final Map<Character, LenientRecords> cutters = new HashMap<>();
    private char delimiter = ',';
    private LenientRecords record;
    private Lines.@Nullable Line next;
    private char reported = ',';
    private boolean commas;

    public OddRow(int fieldLimit, Reporter reporter) {
        this.fieldLimit = fieldLimit;
        this.reporter = reporter;
        problems = new FieldProblems(reporter, COLUMNS[0].field());
        record = new LenientRecords(this::take, delimiter, fieldLimit, true);
        cutters.put(delimiter, record);
    }

    private Lines.@Nullable Line take() {
        Lines.Line taken = next;
        next = null;
        return taken;
    }

    /** Moves to a line, whatever delimiter the lines before have. */
    public void moveTo(String line) throws IOException {
        cut(line, ',');
        if (isRow()) {
            return;
        }
        List<Character> others = Delimiters.choices()
                .filter(each ->
                        each != ',' && line.chars().filter(c -> c == each).count() >= COLUMNS.length - 1)
                .toList();
        if (!others.isEmpty()) {
            // Mostly there is one, and whole files have it: nothing is made for each of their lines.
            cut(line, others.size() == 1 ? others.get(0) : Delimiters.ofBody(List.of(line), fieldLimit));
            if (delimiter != ',' && !Delimiters.isRow(record, COLUMNS.length)) {
                cut(line, ',');
            }
        }
    }

    private void cut(String line, char by) throws IOException {
        delimiter = by;
        record = cutters.computeIfAbsent(by, each -> new LenientRecords(this::take, each, fieldLimit, true));
        next = new Lines.Line(reporter.line(), line, false);
        if (!record.next()) {
            throw new IllegalStateException("a line is a record");
        }
    }

    /** What the line is, where it says itself that it is no row. */
    public Optional<StrayLine> stray() {
        return isReadable() ? StrayLine.inBody(StrayLine.cells(record)) : Optional.empty();
    }

    private boolean isReadable() {
        return record.problem() == RecordCutter.Problem.NONE;
    }

    /** Whether the repair finds all fields of a row in the line, each with its value. */
    public boolean isRow() {
        return isReadable()
                && record.count() >= COLUMNS.length
                && record.used() <= COLUMNS.length
                && record.quotes().unbalanced().isEmpty();
    }

    /** Whether the row holds delimiters or quotes, and no value. */
    public boolean isEmpty() {
        return isReadable() && record.used() == 0;
    }

    /** Reports why the row has another number of fields than it should, where that can be undone; false where its quotes are the cause. */
    public boolean reportShape(int count, FieldText line) {
        if (record.isWrapped()) {
            cause("the whole row is in quotes, and so one value: quote only a value that holds a comma");
        } else if (delimiter != ',') {
            reportDelimiter();
        } else if (!record.quotes().typographic().isEmpty()) {
            FieldGuard.checkCharacters(line, reporter, true);
        } else if (record.count() == count && isSound()) {
            cause("a row has " + COLUMNS.length + " fields, and this has " + count
                    + ", of which the last are empty: remove the commas after field " + COLUMNS.length);
        } else {
            return false;
        }
        return true;
    }

    /** Whether the first fields are those of a row: otherwise a comma of a value may have moved them. */
    private boolean isSound() {
        return isSound((1L << COLUMNS.length) - 1, true);
    }

    /**
     * Whether a repair, which finds the values of some fields, also takes them.
     *
     * @param fields the fields, a bit each
     */
    public boolean isMended(long fields) {
        return isRow() && isSound(fields, false);
    }

    private boolean isSound(long fields, boolean asTheyAre) {
        boolean[] error = {false};
        Reporter silent = new Reporter(
                "",
                ValidationOptions.defaults(),
                true,
                (rule, severity, repairable, finding) ->
                        error[0] |= severity == Severity.ERROR && (asTheyAre || !repairable),
                number -> "");
        decode(fields, new FieldProblems(silent, COLUMNS[0].field()));
        return !error[0];
    }

    /** Takes note of a row that is separated by commas: a repair reads the whole file so. */
    public void noteCommas() {
        commas = true;
    }

    private void reportDelimiter() {
        if (delimiter != reported) {
            // A repair takes one delimiter for the whole file.
            boolean repairable = !commas && reported == ',';
            reported = delimiter;
            reporter.line(
                    Rule.FIELD_COUNT,
                    Rule.FIELD_COUNT.severity(),
                    reporter.line(),
                    repairable,
                    "the fields are separated by " + Delimiters.name(delimiter)
                            + " from here on: separate them by comma, and quote a value that holds one");
        }
    }

    private void cause(String message) {
        reporter.line(Rule.FIELD_COUNT, Rule.FIELD_COUNT.severity(), reporter.line(), true, message);
    }

    /** Reads the fields. */
    public RowDraft decode() {
        return decode(-1L, problems);
    }

    private RowDraft decode(long fields, FieldProblems into) {
        for (int i = 0; i < COLUMNS.length; i++) {
            if ((fields >> i & 1) == 0) {
                continue;
            }
            byte[] bytes = record.field(i).getBytes(StandardCharsets.UTF_8);
            text.set(bytes, 0, bytes.length);
            draft.given(i, bytes.length > 0);
            into.moveTo(COLUMNS[i].field());
            COLUMNS[i].read(text, draft, fieldLimit, into);
        }
        draft.complete();
        return draft;
    }

    /** The text of a field, from 1. */
    public String of(int number) {
        return record.field(number - 1);
    }
}
