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
import uk.smets.mam.testing.MessageListing;

/** SUBMISSION_LATE: after 10:00 on the Thursday before the week (clause 4), once for each week, if an instant is given. */
class DeadlineTest {
    private static final byte[] FILE =
            Lines.file(Lines.electricity(), Lines.electricity().with(1, Lines.OTHER_MPAN), Lines.gas());

    private static ValidationOptions at(String instant) {
        return ValidationOptions.defaults().submittedAt(Instant.parse(instant));
    }

    @Test
    void noFileIsLateWithoutAnInstant() {
        assertThat(Lines.found(FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01T09:00:00Z", "2019-07-01T00:00:00Z"})
    void fileIsInTimeUntilTenOClockInLondon(String instant) {
        assertThat(Lines.found(FILE, at(instant))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-08-01T09:00:01Z", "2019-08-01T09:00:00.000000001Z", "2020-08-05T22:59:59Z"})
    void fileIsLateAnyTimeLaterWhichIsReportedOnceForTheWeek(String instant) {
        ValidationReport report = Unnamed.validate(FILE, at(instant));

        assertThat(Lines.found(report)).containsExactly("4:4 WARNING SUBMISSION_LATE");
        assertThat(Lines.onlyMessage(report)).contains("20190805", "10:00 on Thursday 1 August 2019 (Europe/London)");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-01T09:00:01Z, 20190812",
        "2019-08-08T09:00:00Z, 20190812",
        "2019-08-08T09:00:01Z, 20190819",
        "9999-12-23T10:00:00Z, 99991227"
    })
    void lateWeekIsReportedWithTheFirstWeekThatIsStillOpen(String instant, String open) {
        assertThat(messageAt(instant))
                .isEqualTo(MessageListing.pinned(Rule.SUBMISSION_LATE, "late, with later weeks open")
                        .replace("20190812", open));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-23T10:00:01Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void lateWeekIsReportedWithoutAnOpenWeekAtTheEndOfTheCalendar(String instant) {
        assertThat(messageAt(instant))
                .isEqualTo(MessageListing.pinned(Rule.SUBMISSION_LATE, "late, with no week open"));
    }

    private static String messageAt(String instant) {
        return Lines.onlyMessage(Unnamed.validate(FILE, at(instant).without(Rule.DATE_REMOTE)));
    }

    @Test
    void firstWeekOfTheCalendarMayBeLateBeforeItsYearStarts() {
        byte[] file = Lines.file(Lines.electricity().with(4, "00010101"));

        assertThat(Lines.found(file, at("0000-12-28T10:01:15Z"))).isEmpty();
        assertThat(Lines.onlyMessage(Unnamed.validate(file, at("0000-12-28T10:01:16Z"))))
                .contains("00010108");
    }

    @Test
    void deadlineIsTenOClockUtcInWinter() {
        byte[] file = Lines.file(Lines.electricity().with(4, "20200106"));

        assertThat(Lines.found(file, at("2020-01-02T10:00:00Z"))).isEmpty();
        assertThat(Lines.found(file, at("2020-01-02T10:00:01Z"))).hasSize(1);
    }

    @Test
    void deadlineMayBeInAnotherTimeZone() {
        ValidationOptions utc = at("2019-08-01T10:00:00Z").deadlineZone(ZoneOffset.UTC);

        assertThat(Lines.found(FILE, utc)).isEmpty();
        assertThat(Lines.found(FILE, utc.submittedAt(Instant.parse("2019-08-01T10:00:01Z"))))
                .hasSize(1);
    }

    @Test
    void weekOfMigrateOnIsUsedIfThereIsNoMigrationWeek() {
        byte[] file = Lines.file(Lines.electricity().with(3, "20190811").with(4, ""));

        assertThat(Lines.found(file, at("2019-08-01T09:00:01Z"))).containsExactly("4:3 WARNING SUBMISSION_LATE");
    }

    @Test
    void eachLateWeekIsReportedAndNoOther() {
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
    void deadlineOfADocumentInMemoryIsChecked() {
        MigrationAuthorisation document = Unnamed.parse(FILE);
        ValidationOptions strict = at("2019-08-01T09:00:01Z").with(Rule.SUBMISSION_LATE, Severity.ERROR);

        assertThat(Lines.found(document.check(strict))).containsExactly("4:4 ERROR SUBMISSION_LATE");
    }
}
