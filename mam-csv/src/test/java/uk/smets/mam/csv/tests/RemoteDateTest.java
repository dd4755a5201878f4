package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;

/** DATE_REMOTE: a date more than a year before or after the instant of submission, if one is given. */
class RemoteDateTest {
    private static final byte[] WEEK = Lines.file(Lines.electricity());

    private static ValidationOptions at(String instant) {
        return ValidationOptions.defaults().submittedAt(Instant.parse(instant)).without(Rule.SUBMISSION_LATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-08-05T00:00:00Z", "2019-08-01T00:00:00Z", "2020-08-05T22:59:59Z"})
    void dateOfUpToAYearBeforeOrAfterIsNotRemote(String instant) {
        assertThat(Lines.found(WEEK, at(instant))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-08-04T22:59:59Z, date more than a year later,   2018-08-04, 2018-08-04",
        "2020-08-05T23:00:00Z, date more than a year earlier, 2020-08-06, 2020-08-06",
        "2030-01-01T00:00:00Z, date more than a year earlier, 2020-08-06, 2030-01-01"
    })
    void dateOfMoreThanAYearBeforeOrAfterIsRemote(String instant, String sample, String dayOfSample, String day) {
        assertThat(Lines.found(WEEK, at(instant))).containsExactly("4:4 WARNING DATE_REMOTE");
        assertThat(Lines.onlyMessage(Unnamed.validate(WEEK, at(instant))))
                .isEqualTo(MessageListing.pinned(Rule.DATE_REMOTE, sample).replace(dayOfSample, day))
                .contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void everyDateIsRemoteFromAnInstantBeyondTheCalendar(String instant) {
        for (String monday : new String[] {"00010101", "20190805", "99991227"}) {
            assertThat(Lines.found(Lines.file(Lines.electricity().with(4, monday)), at(instant)))
                    .containsExactly("4:4 WARNING DATE_REMOTE");
        }
    }

    @Test
    void noDateIsRemoteWithoutAnInstant() {
        assertThat(Lines.found(Lines.file(Lines.electricity().with(4, "99991227"))))
                .isEmpty();
    }

    @Test
    void dayOfSubmissionIsInTheTimeZoneOfTheDeadline() {
        assertThat(Lines.found(WEEK, at("2020-08-05T23:00:00Z").deadlineZone(ZoneOffset.UTC)))
                .isEmpty();
        assertThat(Lines.found(WEEK, at("2020-08-06T00:00:00Z").deadlineZone(ZoneOffset.UTC)))
                .hasSize(1);
    }

    @Test
    void eachRemoteDateOfEachRowIsReported() {
        byte[] file = Lines.file(
                Lines.electricity().with(3, "20190807"),
                Lines.gas().with(3, "20910807").with(4, "20910806"),
                Lines.electricity()
                        .with(1, Lines.OTHER_MPAN)
                        .with(3, "20290807")
                        .with(4, "20290806"),
                Lines.gas().with(2, Lines.OTHER_MPRN).with(3, "20290807").with(4, "20290806"));

        assertThat(Lines.found(file, at("2019-07-31T09:00:00Z").without(Rule.MIGRATION_WEEKS_MIXED)))
                .containsExactly(
                        "5:3 WARNING DATE_REMOTE",
                        "5:4 WARNING DATE_REMOTE",
                        "6:3 WARNING DATE_REMOTE",
                        "6:4 WARNING DATE_REMOTE",
                        "7:3 WARNING DATE_REMOTE",
                        "7:4 WARNING DATE_REMOTE");
    }

    @Test
    void remoteWeekInThePastIsAlsoLate() {
        assertThat(Lines.found(WEEK, ValidationOptions.defaults().submittedAt(Instant.parse("2030-01-01T00:00:00Z"))))
                .containsExactly("4:4 WARNING SUBMISSION_LATE", "4:4 WARNING DATE_REMOTE");
    }

    @Test
    void datesOfADocumentInMemoryAreChecked() {
        assertThat(Lines.found(Unnamed.parse(WEEK).check(at("2030-01-01T00:00:00Z"))))
                .containsExactly("4:4 WARNING DATE_REMOTE");
    }
}
