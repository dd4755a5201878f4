package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ScheduleRowKey;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** The key that identifies the row of an answer: all of its parts must match the same row. */
class ScheduleRowKeyTest {
    private static final int DUAL_FUEL_ROW = 7;
    private static byte[] schedule = {};

    @BeforeAll
    static void writeSchedule() throws IOException {
        schedule = Schedules.schedule(4).toBytes();
    }

    private static List<Finding> findings(ScheduleRowKey... keys) throws IOException {
        MigrationScheduleResponse response = MigrationScheduleResponse.to(Input.of(schedule, "stream"));
        for (ScheduleRowKey key : keys) {
            response.answer(key, ScheduleAnswer.priority());
        }
        return response.check(ValidationOptions.defaults().named("schedule.xlsx"))
                .findings();
    }

    @Test
    void keyThatMatchesARowInEveryPartAnswersIt() throws IOException {
        byte[] response = MigrationScheduleResponse.to(Input.of(schedule, "stream"))
                .answer(
                        ScheduleRowKey.of(DUAL_FUEL_ROW)
                                .withMpan(Schedules.DUAL_FUEL)
                                .withMprn(Mprn.of(3938424403L, 10)),
                        ScheduleAnswer.priority())
                .answer(
                        ScheduleRowKey.of(Mpan.of("1234567890126")).withMprn(Mprn.of("1000000210")),
                        ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows())
                .extracting(row -> row.priority())
                .containsExactly(true, false, true, false);
    }

    @Test
    void rowWithAnotherMpanIsNotAnsweredAndBothMpansAreReported() throws IOException {
        Finding finding = findings(ScheduleRowKey.of(DUAL_FUEL_ROW)
                        .withMpan(Schedules.ELECTRICITY_ONLY)
                        .writtenAt(new Location.Line("answers.csv", 4)))
                .get(0);
        assertThat(finding.rule()).isEqualTo(Rule.ANSWER_WITHOUT_ROW);
        assertThat(finding.at()).hasToString("schedule.xlsx: Migration Schedule!A7 (MPAN)");
        assertThat(finding.message())
                .isEqualTo(MessageListing.pinned(Rule.ANSWER_WITHOUT_ROW, "answer whose MPAN differs from its row"))
                .contains("answers.csv:4", "row 7");
        assertThat(finding.found()).hasValue("2012345678385, and the row has 1312345678907");
    }

    @Test
    void rowWithAnotherMprnOrWithoutOneIsNotAnswered() throws IOException {
        List<Finding> findings = findings(
                ScheduleRowKey.of(Schedules.DUAL_FUEL).withMprn(Mprn.of("1000000210")),
                ScheduleRowKey.of(Schedules.ELECTRICITY_ONLY).withMprn(Mprn.of("1000000300")));
        assertThat(findings).extracting(Finding::rule).containsOnly(Rule.ANSWER_WITHOUT_ROW);
        assertThat(findings)
                .extracting(finding -> finding.found().orElse(""))
                .containsExactly("1000000210, and the row has 3938424403", "1000000300, and the row has none");
    }

    @Test
    void answerWithoutARowIsReportedAtItsLine() throws IOException {
        assertThat(findings(ScheduleRowKey.of(99).writtenAt(new Location.Line("answers.csv", 5))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.ANSWER_WITHOUT_ROW);
                    assertThat(finding.at()).hasToString("answers.csv:5");
                });
    }

    @Test
    void rowsWithOneMpanAreDistinguishedByMprn() throws IOException {
        MigrationScheduleRow row = Schedules.row(0);
        MigrationScheduleRow other = row.toBuilder().mprn(Mprn.of("1000000210")).build();
        byte[] twice = new MigrationSchedule(Schedules.HEADER, List.of(row, other)).toBytes();
        byte[] response = MigrationScheduleResponse.to(Input.of(twice, "stream"))
                .answer(
                        ScheduleRowKey.of(Schedules.DUAL_FUEL).withMprn(Mprn.of("1000000210")),
                        ScheduleAnswer.priority())
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows())
                .extracting(answered -> answered.priority())
                .containsExactly(false, true);
    }

    @Test
    void secondAnswerWithTheSameKeyNamesBothLines() {
        MigrationScheduleResponse response = MigrationScheduleResponse.to(Input.of(schedule, "stream"))
                .answer(ScheduleRowKey.of(7).writtenAt(new Location.Line("answers.csv", 2)), ScheduleAnswer.priority());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> response.answer(
                        ScheduleRowKey.of(7).writtenAt(new Location.Line("answers.csv", 3)), ScheduleAnswer.priority()))
                .withMessageStartingWith("key: ")
                .withMessageContainingAll("answers.csv:3", "answers.csv:2");
    }

    @Test
    void keyWithoutAnyPartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ScheduleRowKey(OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleRowKey.of(0));
    }
}
