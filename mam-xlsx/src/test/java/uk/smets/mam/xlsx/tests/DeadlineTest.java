package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** SUBMISSION_LATE of a response, due by 10:00 on the Thursday before the week of Not before (clause 6), and DATE_REMOTE. */
class DeadlineTest {
    /** Rows of the weeks of 2 September (twice, its first and its last day) and of 9 September 2019. */
    private static final Grid SCHEDULE =
            Notices.schedule(row(1, "02/09/2019"), row(2, "08/09/2019"), row(3, "09/09/2019"), row(4, "02/09/2019"));

    @TempDir
    Path folder;

    private static BodyRow row(int number, String notBefore) {
        return BodyRow.ofSchedule()
                .with(
                        "MPAN",
                        List.of("1312345678907", "2012345678385", "1234567890126", "2278676232781")
                                .get(number - 1))
                .without("MPRN")
                .without("GPF Device ID")
                .without("GSME Device ID")
                .with("Not before", notBefore)
                .with("Not after", "30/09/2019");
    }

    private static byte[] bytes() {
        return GridWorkbook.of(SCHEDULE).bytes();
    }

    private static ValidationOptions at(String instant) {
        return ValidationOptions.defaults().submittedAt(Instant.parse(instant));
    }

    private static List<String> found(String instant) throws IOException {
        return Notices.found(MigrationSchedule.validate(Input.of(bytes(), "stream"), at(instant)));
    }

    @Test
    void withoutAnInstantNothingIsLate() throws IOException {
        assertThat(Notices.foundIn(SCHEDULE)).isEmpty();
    }

    @Test
    void weekOfNotBeforeIsLateAfterTenOnItsThursday() throws IOException {
        assertThat(found("2019-08-29T09:00:00Z")).isEmpty();
        assertThat(found("2019-08-29T09:00:01Z")).containsExactly("C7 WARNING SUBMISSION_LATE");
        assertThat(found("2019-09-05T09:00:01Z"))
                .containsExactly("C7 WARNING SUBMISSION_LATE", "C9 WARNING SUBMISSION_LATE");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-08-29T09:00:01Z, 'late, with later weeks open'",
        "2019-09-05T09:00:00Z, 'late, with later weeks open'",
        "9999-12-31T00:00:00Z, 'late, with no week open'"
    })
    void messageNamesTheDeadlineAndTheWeeksStillOpen(String instant, String sample) throws IOException {
        ValidationOptions options = at(instant).without(Rule.DATE_REMOTE);
        Finding finding = MigrationSchedule.validate(Input.of(bytes(), "stream"), options)
                .findings()
                .get(0);
        assertThat(Notices.describe(finding)).isEqualTo("C7 WARNING SUBMISSION_LATE");
        assertThat(finding.message()).isEqualTo(MessageListing.pinned(Rule.SUBMISSION_LATE, sample));
    }

    @Test
    void callerCanChooseTheZoneOfTheDeadline() throws IOException {
        ValidationOptions utc = at("2019-08-29T10:00:00Z").deadlineZone(ZoneOffset.UTC);
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(bytes(), "stream"), utc)))
                .isEmpty();
    }

    @Test
    void scheduleInMemoryIsCheckedForLateness() throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(Input.of(bytes(), "stream"));
        assertThat(schedule.check(at("2019-08-29T09:00:01Z")).counts()).containsOnlyKeys(Rule.SUBMISSION_LATE);
        assertThat(schedule.check(at("2019-08-29T09:00:01Z")).warnings()).isEqualTo(1);
    }

    @Test
    void firmwareNotificationIsNeverLate() throws IOException {
        byte[] bytes = GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes();
        assertThat(Notices.found(
                        FirmwareUpgradeNotification.validate(Input.of(bytes, "stream"), at("2019-12-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void responseReportsTheLateWeeksOfItsSchedule() throws IOException {
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(bytes(), "stream")).answerRow(7, ScheduleAnswer.priority());
        ValidationOptions late = at("2019-08-29T09:00:01Z");

        assertThat(Notices.found(response.check(late))).containsExactly("C7 WARNING SUBMISSION_LATE");
        assertThat(response.check(late).findings().get(0).found()).contains("02/09/2019");
        Path written = folder.resolve("response.xlsx");
        assertThat(Notices.found(response.write(written, late).report())).containsExactly("C7 WARNING SUBMISSION_LATE");
        assertThat(response.check(at("2019-08-29T09:00:00Z")).findings()).isEmpty();
    }

    @Test
    void lateResponseIsRefusedWhereTheCallerMakesItAnError() {
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(bytes(), "stream")).answerRow(7, ScheduleAnswer.priority());
        Path written = folder.resolve("response.xlsx");
        ValidationOptions strict = at("2019-08-29T09:00:01Z").with(Rule.SUBMISSION_LATE, Severity.ERROR);

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> response.write(written, strict))
                .satisfies(e -> assertThat(Notices.found(e.report())).containsExactly("C7 ERROR SUBMISSION_LATE"));
        assertThat(written).doesNotExist();
    }

    @Test
    void comparisonReportsTheLateWeeksOfTheRowsThatChanged() throws IOException {
        Path schedule = Files.write(folder.resolve("schedule.xlsx"), bytes());
        Path response = folder.resolve("response.xlsx");
        MigrationScheduleResponse.to(schedule)
                .answerRow(9, ScheduleAnswer.priority())
                .write(response);

        assertThat(Notices.found(ScheduleComparison.compare(schedule, response, at("2019-09-05T09:00:01Z"))
                        .report()))
                .containsExactly("C9 WARNING SUBMISSION_LATE");
    }

    @Test
    void dateMoreThanAYearBeforeOrAfterTheInstantIsRemote() throws IOException {
        ValidationOptions year = at("2019-07-31T09:00:00Z");
        Grid grid = Notices.schedule(
                row(1, "31/07/2020").with("Not after", "01/08/2020"),
                row(2, "30/07/2018").with("Not after", "31/07/2018"),
                row(3, "31/07/2018").with("Not after", "31/07/2020"));

        assertThat(Notices.found(MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(grid).bytes(), "stream"), year.without(Rule.SUBMISSION_LATE))))
                .containsExactly("D7 WARNING DATE_REMOTE", "C8 WARNING DATE_REMOTE");
    }

    @Test
    void remoteDateInAFirmwareNotificationIsAWarning() throws IOException {
        Grid grid = Notices.firmware(
                BodyRow.ofFirmware().with("Not Before", "02092091").with("Not After", "03092091"));
        assertThat(Notices.found(FirmwareUpgradeNotification.validate(
                        Input.of(GridWorkbook.of(grid).bytes(), "stream"), at("2019-07-31T09:00:00Z"))))
                .containsExactly("C7 WARNING DATE_REMOTE", "D7 WARNING DATE_REMOTE");
    }

    @Test
    void remoteDateOfDccDoesNotStopTheResponse() throws IOException {
        byte[] bytes = GridWorkbook.of(Notices.schedule(row(1, "02/09/2091").with("Not after", "03/09/2091")))
                .bytes();
        ValidationOptions strict = at("2019-07-31T09:00:00Z").with(Rule.DATE_REMOTE, Severity.ERROR);
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(bytes, "stream")).answerRow(7, ScheduleAnswer.priority());

        assertThat(response.check(strict).findings()).isEmpty();
        assertThat(Notices.found(
                        response.write(folder.resolve("response.xlsx"), strict).report()))
                .containsExactly("C7 ERROR DATE_REMOTE", "D7 ERROR DATE_REMOTE");
    }

    @Test
    void shortNoticeAndMissedDeadlineAreReportedTogether() throws IOException {
        ValidationOptions options = at("2019-08-29T09:00:01Z").notifiedOn(LocalDate.of(2019, 8, 12));
        assertThat(Notices.found(MigrationSchedule.validate(Input.of(bytes(), "stream"), options)))
                .containsExactly(
                        "C7 WARNING SUBMISSION_LATE",
                        "C7 WARNING NOTICE_PERIOD_SHORT",
                        "C10 WARNING NOTICE_PERIOD_SHORT");
    }
}
