package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.finding.RecordingSink;

class SubmissionTimeTest {
    private static final DocumentField FIELD = RecordingSink.field(3, "Migrate on");

    /** The deadline of its files is 10:00 on Thursday 1 August 2019, which is 09:00 UTC. */
    private static final MigrationWeek WEEK = MigrationWeek.of(LocalDate.of(2019, 8, 5));

    private final RecordingSink sink = new RecordingSink();

    @Test
    void nothingIsReportedWithoutASubmissionTime() {
        SubmissionTime rules = rules(ValidationOptions.defaults());
        rules.checkDate(FIELD, LocalDate.of(1919, 8, 5));
        rules.checkDate(FIELD, LocalDate.of(9999, 12, 31));
        rules.checkAuthorisation(FIELD, WEEK);
        rules.checkResponse(FIELD, WEEK);
        assertThat(rules.isLate(WEEK)).isFalse();
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void fileThatIsSentAtTheDeadlineIsOnTime() {
        SubmissionTime rules = rules("2019-08-01T09:00:00Z");
        assertThat(rules.isLate(WEEK)).isFalse();
        rules.checkAuthorisation(FIELD, WEEK);
        rules.checkResponse(FIELD, WEEK);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void lateAuthorisationIsReportedWithTheDeadlineAndTheOpenWeeks() {
        SubmissionTime rules = rules("2019-08-01T09:00:00.001Z");
        assertThat(rules.isLate(WEEK)).isTrue();
        rules.checkAuthorisation(FIELD, WEEK);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::rule, Finding::severity, Finding::message)
                .containsExactly(
                        Rule.SUBMISSION_LATE,
                        Severity.WARNING,
                        "files for the week of 20190805 were due by 10:00 on Thursday 1 August 2019 (Europe/London); "
                                + "still open: 20190812 and later weeks: give one of these; DCC may process a late "
                                + "file, but does not guarantee it");
    }

    @Test
    void lateResponseIsReportedWithTheDeadlineAndTheOpenWeeks() {
        rules("2019-08-01T09:00:01Z").checkResponse(FIELD, WEEK);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("responses for the week of 20190805 were due by 10:00 on Thursday 1 August 2019 "
                        + "(Europe/London); still open: 20190812 and later weeks: ask DCC whether it accepts a late "
                        + "response");
    }

    @Test
    void deadlineIsInTheTimeZoneOfTheOptions() {
        ValidationOptions options = ValidationOptions.defaults().deadlineZone(ZoneOffset.UTC);
        assertThat(rules(options.submittedAt(Instant.parse("2019-08-01T10:00:00Z")))
                        .isLate(WEEK))
                .isFalse();
        rules(options.submittedAt(Instant.parse("2019-08-01T10:00:01Z"))).checkAuthorisation(FIELD, WEEK);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("10:00 on Thursday 1 August 2019 (Z); still open: 20190812");
    }

    @Test
    void noWeekIsOpenAfterTheLast() {
        rules(ValidationOptions.defaults().submittedAt(Instant.MAX)).checkResponse(FIELD, WEEK);
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("; still open: none: ask DCC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-08-01", "2019-08-01", "2020-08-01"})
    void dateUpToAYearFromTheSubmissionIsNotReported(LocalDate date) {
        SubmissionTime rules = rules("2019-08-01T09:00:00Z");
        rules.checkDate(FIELD, date);
        rules.checkDate(FIELD, null);
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void dateMoreThanAYearFromTheSubmissionIsReported() {
        SubmissionTime rules = rules("2019-08-01T09:00:00Z");
        rules.checkDate(FIELD, LocalDate.of(2018, 7, 31));
        rules.checkDate(FIELD, LocalDate.of(2020, 8, 2));
        assertThat(sink.rules()).containsExactly(Rule.DATE_REMOTE, Rule.DATE_REMOTE);
        assertThat(sink.findings)
                .extracting(Finding::message)
                .containsExactly(
                        "more than a year before the day of submission, 2019-08-01: check the date, and in "
                                + "particular the year",
                        "more than a year after the day of submission, 2019-08-01: check the date, and in "
                                + "particular the year");
    }

    @Test
    void dayOfSubmissionIsTheOneInTheTimeZoneOfTheDeadline() {
        rules("2019-07-31T23:30:00Z").checkDate(FIELD, LocalDate.of(2018, 7, 31));
        assertThat(sink.findings)
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("2019-08-01");
    }

    @Test
    void everyDateIsRemoteFromASubmissionOutsideTheRangeOfDates() {
        rules(ValidationOptions.defaults().submittedAt(Instant.MIN)).checkDate(FIELD, LocalDate.of(1, 1, 1));
        rules(ValidationOptions.defaults().submittedAt(Instant.MAX)).checkDate(FIELD, LocalDate.of(9999, 12, 31));
        assertThat(sink.findings)
                .extracting(Finding::message)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("more than a year after the day of submission"),
                        last -> assertThat(last).startsWith("more than a year before the day of submission"));
    }

    private SubmissionTime rules(String instant) {
        return rules(ValidationOptions.defaults().submittedAt(Instant.parse(instant)));
    }

    private SubmissionTime rules(ValidationOptions options) {
        return new SubmissionTime(options, sink.reporter(options, "found"));
    }
}
