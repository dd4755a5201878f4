package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** SUBMISSION_LATE: 10:00 on the Thursday before the week (clause 4), once a week, and only where an instant is given. */
class DeadlineTest {
    private static final byte[] FILE =
            Lines.file(Lines.electricity(), Lines.electricity().with(1, Lines.OTHER_MPAN), Lines.gas());

    private static ValidationOptions at(String instant) {
        return ValidationOptions.defaults().submittedAt(Instant.parse(instant));
    }

    @Test
    void withoutAnInstantNothingIsLate() {
        assertThat(Lines.found(FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01T09:00:00Z", "2019-07-01T00:00:00Z"})
    void upToTenOClockSharpInLondonItIsInTime(String instant) {
        assertThat(Lines.found(FILE, at(instant))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01T09:00:01Z", "2019-08-01T09:00:00.000000001Z", "2020-08-05T22:59:59Z"})
    void anyTimeLaterItIsLateWhichIsToldOnceForTheWeek(String instant) {
        ValidationReport report = Unnamed.validate(FILE, at(instant));

        assertThat(Lines.found(report)).containsExactly("4:4 WARNING SUBMISSION_LATE");
        assertThat(Lines.onlyMessage(report))
                .startsWith(
                        "files for the week of 20190805 were due by 10:00 on Thursday 1 August 2019 (Europe/London)");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-01T09:00:01Z, 20190812 and later weeks",
        "2019-08-08T09:00:00Z, 20190812 and later weeks",
        "2019-08-08T09:00:01Z, 20190819 and later weeks",
        "9999-12-23T10:00:00Z, 99991227 and later weeks",
        "9999-12-23T10:00:01Z, none",
        "+1000000000-12-31T23:59:59.999999999Z, none"
    })
    void lateWeekIsReportedWithTheWeeksThatAreStillOpen(String instant, String open) {
        ValidationOptions options = at(instant).without(Rule.DATE_REMOTE);

        assertThat(Lines.onlyMessage(Unnamed.validate(FILE, options)))
                .isEqualTo("files for the week of 20190805 were due by 10:00 on Thursday 1 August 2019 (Europe/London);"
                        + " still open: " + open
                        + ": give one of these; DCC may process a late file, but does not guarantee it");
    }

    @Test
    void firstWeekOfTheCalendarMayBeLateBeforeItsYearBegins() {
        byte[] file = Lines.file(Lines.electricity().with(4, "00010101"));

        assertThat(Lines.found(file, at("0000-12-28T10:01:15Z"))).isEmpty();
        assertThat(Lines.onlyMessage(Unnamed.validate(file, at("0000-12-28T10:01:16Z"))))
                .contains("still open: 00010108 and later weeks");
    }

    @Test
    void inWinterTenOClockInLondonIsTenOClockUtc() {
        byte[] file = Lines.file(Lines.electricity().with(4, "20200106"));

        assertThat(Lines.found(file, at("2020-01-02T10:00:00Z"))).isEmpty();
        assertThat(Lines.found(file, at("2020-01-02T10:00:01Z"))).hasSize(1);
    }

    @Test
    void callerMayNameAnotherZone() {
        ValidationOptions utc = at("2019-08-01T10:00:00Z").deadlineZone(ZoneOffset.UTC);

        assertThat(Lines.found(FILE, utc)).isEmpty();
        assertThat(Lines.found(FILE, utc.submittedAt(Instant.parse("2019-08-01T10:00:01Z"))))
                .hasSize(1);
    }

    @Test
    void weekOfMigrateOnCountsWhereNoWeekIsNamed() {
        byte[] file = Lines.file(Lines.electricity().with(3, "20190811").with(4, ""));

        assertThat(Lines.found(file, at("2019-08-01T09:00:01Z"))).containsExactly("4:3 WARNING SUBMISSION_LATE");
    }

    @Test
    void eachLateWeekIsToldAndNoOther() {
        byte[] file = Lines.file(
                Lines.electricity(),
                Lines.gas().with(4, "20190812"),
                Lines.electricity().with(1, Lines.OTHER_MPAN),
                Lines.gas().with(2, Lines.OTHER_MPRN).with(4, "20190729"));
        ValidationOptions options = at("2019-08-01T09:00:01Z").without(Rule.MIGRATION_WEEKS_MIXED);

        assertThat(Lines.found(file, options))
                .containsExactly("4:4 WARNING SUBMISSION_LATE", "7:4 WARNING SUBMISSION_LATE");
    }

    @Test
    void lateDocumentIsCheckedInMemoryToo() {
        MigrationAuthorisation document = Unnamed.parse(FILE);
        ValidationOptions strict = at("2019-08-01T09:00:01Z").with(Rule.SUBMISSION_LATE, Severity.ERROR);

        assertThat(Lines.found(document.check(strict))).containsExactly("4:4 ERROR SUBMISSION_LATE");
    }
}
