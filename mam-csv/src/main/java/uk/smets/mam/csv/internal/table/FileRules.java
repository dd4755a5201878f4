package uk.smets.mam.csv.internal.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.rule.MeterPointDuplicates;
import uk.smets.mam.model.internal.rule.SubmissionTime;

/** Checks the rows of a file against each other: duplicate meter points, mixed weeks, late weeks (clause 4). */
public final class FileRules {
    /** Limits the memory for a file with a large number of weeks. */
    private static final int MOST_WEEKS = 1_000;

    /** The number of rows that name a week, and the line of the first. */
    private static final class Week {
        private final long firstLine;
        private final DocumentField field;
        private final String found;
        private long rows;

        Week(long firstLine, DocumentField field, String found) {
            this.firstLine = firstLine;
            this.field = field;
            this.found = found;
        }
    }

    private final Reporter reporter;
    private final SubmissionTime submission;
    private final MeterPointDuplicates duplicates;
    private final Map<MigrationWeek, Week> weeks = new LinkedHashMap<>();

    private @Nullable MigrationWeek lastMigrationWeek;
    private @Nullable LocalDate lastMigrateOn;
    private @Nullable Week lastWeek;
    private boolean namesWeek;

    public FileRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        submission = new SubmissionTime(options, reporter);
        duplicates = new MeterPointDuplicates(
                DocumentKind.MIGRATION_AUTHORISATION,
                MigrationAuthorisationTable.MPAN,
                MigrationAuthorisationTable.MPRN,
                "line",
                options,
                reporter);
    }

    /** Checks the next row against the earlier ones. */
    public void check(
            @Nullable Mpan mpan,
            @Nullable Mprn mprn,
            @Nullable LocalDate migrateOn,
            @Nullable MigrationWeek migrationWeek) {
        duplicates.check(mpan, mprn);
        namesWeek = migrationWeek != null || migrateOn != null;
        if (lastWeek != null
                && Objects.equals(migrationWeek, lastMigrationWeek)
                && Objects.equals(migrateOn, lastMigrateOn)) {
            lastWeek.rows++;
        } else if (namesWeek) {
            lastMigrationWeek = migrationWeek;
            lastMigrateOn = migrateOn;
            lastWeek = week(migrateOn, migrationWeek);
        }
    }

    /** Discards the last checked row, because it is not written. */
    public void withdraw() {
        duplicates.withdraw();
        if (namesWeek && lastWeek != null && --lastWeek.rows == 0) {
            weeks.values().remove(lastWeek);
            lastWeek = null;
        }
    }

    private @Nullable Week week(@Nullable LocalDate migrateOn, @Nullable MigrationWeek migrationWeek) {
        MigrationWeek named = migrationWeek;
        DocumentField field = MigrationAuthorisationTable.MIGRATION_WEEK;
        if (named == null && migrateOn != null) {
            named = MigrationWeek.containing(migrateOn);
            field = MigrationAuthorisationTable.MIGRATE_ON;
        }
        if (named == null) {
            return null;
        }
        Week week = weeks.get(named);
        if (week == null) {
            if (weeks.size() == MOST_WEEKS) {
                return null;
            }
            week = new Week(reporter.line(), field, named.toString());
            weeks.put(named, week);
            submission.checkAuthorisation(field, named);
        }
        week.rows++;
        return week;
    }

    public void reportNoRows() {
        reporter.file(Rule.NO_ROWS, "the file has a header but no rows: add the rows, or do not send the file");
    }

    /** Reports problems that are known only at the end of the file. */
    public void finish() {
        if (weeks.size() < 2) {
            return;
        }
        Week second = weeks.values().stream().skip(1).findFirst().orElseThrow();
        reporter.earlierField(
                Rule.MIGRATION_WEEKS_MIXED,
                second.field,
                second.firstLine,
                second.found,
                "the rows name " + (weeks.size() == MOST_WEEKS ? "at least " : "") + weeks.size() + " weeks, "
                        + weeks.entrySet().stream()
                                .limit(5)
                                .map(entry -> entry.getKey() + " (" + rows(entry.getValue().rows) + ", first in line "
                                        + entry.getValue().firstLine + ")")
                                .collect(Collectors.joining(", "))
                        + (weeks.size() > 5 ? ", ..." : "") + ": send one file for each Migration Week");
    }

    private static String rows(long number) {
        return number + (number == 1 ? " row" : " rows");
    }
}
