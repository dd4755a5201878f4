package uk.smets.mam.csv.internal.table;

import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldOutput;
import uk.smets.mam.model.internal.field.FieldProblems;
import uk.smets.mam.model.internal.field.FieldText;
import uk.smets.mam.model.internal.finding.Reporter;
import uk.smets.mam.model.internal.rule.CertificateFields;
import uk.smets.mam.model.internal.rule.CertificateRules;
import uk.smets.mam.model.internal.rule.MeterPointRules;
import uk.smets.mam.model.internal.rule.SoundCertificates;
import uk.smets.mam.model.internal.rule.SubmissionTime;

/** Checks one row, on reading and on writing (clauses 4, 7.2.3). */
public final class RowRules {
    private static final MigrationAuthorisationRow NO_ROW =
            MigrationAuthorisationRow.builder().build();

    private final MeterPointRules meterPoints;
    private final CertificateRules certificates;
    private final SubmissionTime submission;
    private final @Nullable MeterPointList dormant;
    private final @Nullable MeterPointList active;
    private final Reporter reporter;
    private final WrittenFields writtenFields;
    private final SoundCertificates soundCertificates = new SoundCertificates();

    public RowRules(ValidationOptions options, Reporter reporter) {
        this.reporter = reporter;
        submission = new SubmissionTime(options, reporter);
        writtenFields = new WrittenFields(options.fieldLimit(), reporter);
        dormant = options.dormant().orElse(null);
        active = options.active().orElse(null);
        meterPoints = new MeterPointRules(
                MigrationAuthorisationTable.MPAN,
                MigrationAuthorisationTable.MPRN,
                DocumentKind.MIGRATION_AUTHORISATION,
                options,
                reporter);
        certificates = new CertificateRules(
                MigrationAuthorisationTable.SERIALS, MigrationAuthorisationTable.ISSUERS, options, reporter);
    }

    /** Checks a row that is being read; its fields may have text without having a value. */
    public void check(RowDraft row) {
        checkMeterPoints(row.mpanGiven(), row.mprnGiven(), row.mpan(), row.mprn());
        checkDates(row.weekGiven(), row.migrateOn(), row.migrationWeek());
        checkCertificates(
                row.certificateFields(), row.certificateIds(), row.mpanGiven(), row.mprnGiven(), row.mpan(), true);
    }

    /** Checks a row to be written, in the same order as a reader: first its fields, then the rules. */
    public void check(MigrationAuthorisationRow row) {
        if (row.equals(NO_ROW) && reportsEmpty()) {
            reportEmpty();
            return;
        }
        Mpan mpan = row.mpan().orElse(null);
        boolean mprnGiven = row.mprn().isPresent();
        LocalDate migrateOn = row.migrateOn().orElse(null);
        MigrationWeek week = row.migrationWeek().orElse(null);
        CertificateIds ids = row.certificateIds();
        boolean known = !certificates.dependOnDistributor() && soundCertificates.contains(ids, mpan != null, mprnGiven);
        boolean soundFields = known || writtenFields.check(row);
        checkMeterPoints(mpan != null, mprnGiven, mpan, row.mprn().orElse(null));
        checkDates(week != null || migrateOn != null, migrateOn, week);
        if (!known) {
            checkCertificates(CertificateFields.of(ids), ids, mpan != null, mprnGiven, mpan, soundFields);
        }
    }

    /** Returns whether a row without any value is reported as such. */
    public boolean reportsEmpty() {
        return reporter.reportsError(Rule.MPXN_MISSING);
    }

    public void reportEmpty() {
        reporter.line(
                Rule.MPXN_MISSING,
                Rule.MPXN_MISSING.severity(DocumentKind.MIGRATION_AUTHORISATION),
                reporter.line(),
                true,
                "the row has only commas: remove it");
    }

    private void checkMeterPoints(boolean mpanGiven, boolean mprnGiven, @Nullable Mpan mpan, @Nullable Mprn mprn) {
        meterPoints.check(mpanGiven, mprnGiven, mpan, mprn);
        if (dormant == null && active == null) {
            return;
        }
        if (mpan != null) {
            checkActive(MigrationAuthorisationTable.MPAN, list -> list.contains(mpan));
        }
        if (mprn != null) {
            checkActive(MigrationAuthorisationTable.MPRN, list -> list.contains(mprn));
        }
    }

    /** An authorisation covers Active meters only (clause 4); DCC migrates Dormant meters (clause 6). */
    private void checkActive(DocumentField field, Predicate<MeterPointList> isOn) {
        if (dormant != null && isOn.test(dormant)) {
            reporter.field(
                    Rule.METER_POINT_DORMANT,
                    field,
                    "on the list of Dormant meter points: omit the " + field.name() + " and its certificates");
        } else if (active != null && !isOn.test(active)) {
            reporter.field(
                    Rule.METER_POINT_NOT_ACTIVE,
                    field,
                    "not on the list of Active meter points: check the " + field.name() + " against its source, "
                            + "and omit it unless the meter is Active");
        }
    }

    private void checkDates(boolean weekGiven, @Nullable LocalDate migrateOn, @Nullable MigrationWeek week) {
        if (!weekGiven) {
            reporter.field(
                    Rule.MIGRATION_WEEK_MISSING,
                    MigrationAuthorisationTable.MIGRATION_WEEK,
                    "mandatory unless Migrate on is given: enter the Monday of the Migration Week as YYYYMMDD");
        } else if (migrateOn != null && week != null && !week.contains(migrateOn)) {
            reporter.field(
                    Rule.MIGRATE_ON_OUTSIDE_WEEK,
                    MigrationAuthorisationTable.MIGRATE_ON,
                    "not within the row's Migration Week: enter a day from its Monday, " + week + ", to its "
                            + "Sunday, or omit one of the two fields");
        }
        submission.checkDate(MigrationAuthorisationTable.MIGRATE_ON, migrateOn);
        submission.checkDate(MigrationAuthorisationTable.MIGRATION_WEEK, week == null ? null : week.monday());
    }

    private void checkCertificates(
            CertificateFields fields,
            CertificateIds ids,
            boolean mpanGiven,
            boolean mprnGiven,
            @Nullable Mpan mpan,
            boolean soundFields) {
        if (!certificates.dependOnDistributor() && soundCertificates.contains(fields, ids, mpanGiven, mprnGiven)) {
            return;
        }
        if (certificates.check(fields, ids, mpanGiven, mprnGiven, mpan) && soundFields) {
            soundCertificates.add(fields, ids, mpanGiven, mprnGiven);
        }
    }

    /**
     * Checks the texts of a row in memory, as a reader would. Only an Issuer Name or a Serial Number can have a problem there that no other
     * rule finds: their types accept padded names, and numbers that a spreadsheet has rounded. All other values have one form.
     */
    private static final class WrittenFields {
        private static final Column<?>[] CERTIFICATES = MigrationAuthorisationTable.BODY.stream()
                .filter(Column::certificate)
                .toArray(Column<?>[]::new);

        private final int limit;
        private final FieldProblems problems;
        private final FieldOutput out = new FieldOutput(256);
        private final FieldText text = new FieldText();

        WrittenFields(int limit, Reporter reporter) {
            this.limit = limit;
            problems = new FieldProblems(reporter, CERTIFICATES[0].field());
        }

        /** Checks the texts of a row. Returns whether no problem was found. */
        boolean check(MigrationAuthorisationRow row) {
            boolean sound = true;
            for (Column<?> column : CERTIFICATES) {
                if (column.isSuspect(row, limit)) {
                    out.truncate(0);
                    column.write(row, out);
                    text.set(out.array(), 0, out.size());
                    column.check(text, limit, problems);
                    sound &= !problems.any();
                }
            }
            return sound;
        }
    }
}
