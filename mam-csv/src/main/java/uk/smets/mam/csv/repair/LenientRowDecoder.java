package uk.smets.mam.csv.repair;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.csv.internal.diagnosis.StrayLine;
import uk.smets.mam.csv.internal.lenient.LenientRecords;
import uk.smets.mam.csv.internal.lenient.LooseQuotes;
import uk.smets.mam.csv.internal.table.Column;
import uk.smets.mam.csv.internal.table.FileRules;
import uk.smets.mam.csv.internal.table.MigrationAuthorisationTable;
import uk.smets.mam.csv.internal.table.RowDraft;
import uk.smets.mam.csv.internal.table.RowRules;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.FindingSink;
import uk.smets.mam.model.internal.finding.Reporter;

/** Decodes rows of lenient records: each value is repaired, and then decoded and checked as in a file that is read strictly. */
final class LenientRowDecoder implements Reporter.FieldTexts {
    private static final Column<?>[] COLUMNS = MigrationAuthorisationTable.BODY.toArray(Column<?>[]::new);

    private final int fieldLimit;
    private final Changes changes;
    private final Reporter reporter;
    private final FieldProblems problems;
    private final RowRules rowRules;
    private final FileRules fileRules;
    private final FieldText text = new FieldText();
    private final RowDraft draft = new RowDraft();
    private final String[] texts = new String[COLUMNS.length];
    /** Fields without changes or problems, whose value is reused if the text repeats. */
    private final boolean[] plain = new boolean[COLUMNS.length];

    LenientRowDecoder(String file, ValidationOptions options, Changes changes, FindingSink sink) {
        fieldLimit = options.fieldLimit();
        this.changes = changes;
        reporter = new Reporter(file, options, true, sink, this);
        problems = new FieldProblems(reporter, COLUMNS[0].field());
        rowRules = new RowRules(options, reporter);
        fileRules = new FileRules(options, reporter);
    }

    Reporter reporter() {
        return reporter;
    }

    @Override
    public String of(int number) {
        String current = texts[number - 1];
        return current == null ? "" : current;
    }

    /**
     * Decodes a record.
     *
     * @param record the record
     * @param places the index of each column in the record, from 0; negative if the record does not have the column
     * @return the row, or null if it has an error
     */
    @Nullable
    MigrationAuthorisationRow decode(LenientRecords record, IntUnaryOperator places) {
        LooseQuotes.Notes quotes = record.quotes();
        for (int i = 0; i < COLUMNS.length; i++) {
            int place = places.applyAsInt(i);
            boolean loose = place >= 0 && quotes.isLoose(place);
            String next = place < 0 ? "" : record.field(place);
            if (loose || !plain[i] || !next.equals(texts[i])) {
                texts[i] = next;
                decode(i, quotes, place);
            }
        }
        draft.complete();
        rowRules.check(draft);
        fileRules.check(draft.mpan(), draft.mprn(), draft.migrateOn(), draft.migrationWeek());
        return reporter.isSpoiled() ? null : draft.build();
    }

    private void decode(int index, LooseQuotes.Notes quotes, int place) {
        Column<?> column = COLUMNS[index];
        long changesBefore = changes.count();
        problems.moveTo(column.field());
        if (place >= 0) {
            changes.quotes(column.field(), quotes, place, reporter.line(), problems);
        }
        String tidied = changes.tidied(column.field(), column.type(), reporter.line(), texts[index]);
        byte[] bytes = tidied.getBytes(StandardCharsets.UTF_8);
        text.set(bytes, 0, bytes.length);
        draft.given(index, bytes.length > 0);
        column.read(text, draft, fieldLimit, problems);
        plain[index] = !problems.any() && changes.count() == changesBefore;
    }

    /** Removes a total from the rows, or reports it if it may hide an installation. Returns false if the record is not a total. */
    boolean takesTotal(LenientRecords record) {
        Optional<StrayLine> total = StrayLine.total(record);
        if (total.isEmpty()) {
            return false;
        }
        StrayLine found = total.get();
        if (found.removable()) {
            changes.line(found.rule(), record.line(), found.what() + " was removed");
        } else {
            reporter.line(found.rule(), found.message());
        }
        return true;
    }

    /** Reports problems that are known only at the end of the file. */
    void finish() {
        fileRules.finish();
    }
}
