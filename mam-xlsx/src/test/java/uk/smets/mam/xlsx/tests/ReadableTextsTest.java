package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Documents and results print short, without meter points; nulls are named. */
class ReadableTextsTest {
    private static final NotificationHeader HEADER = new NotificationHeader(
            "Of 1312345678907",
            Schedules.HEADER.secPartySignifiers(),
            Schedules.HEADER.marketParticipantIds(),
            Schedules.HEADER.smso());

    @Test
    void documentPrintsItsMaskedHeaderAndItsNumberOfRows() {
        String header = HEADER.masked().toString();
        assertThat(header).contains("name=Of *************,");
        assertThat(new MigrationSchedule(HEADER, Schedules.schedule(2).rows()))
                .hasToString("MigrationSchedule[" + header + ", 2 rows]");
        assertThat(new FirmwareUpgradeNotification(HEADER, List.of()))
                .hasToString("FirmwareUpgradeNotification[" + header + ", 0 rows]");
    }

    @Test
    void answersAndComparisonsPrintNumbers() {
        ScheduleAnswers.Row row = new ScheduleAnswers.Row(
                7, Optional.of(Mpan.of("1312345678907")), Optional.empty(), ScheduleAnswer.priority());
        assertThat(row.toString()).startsWith("Row[7, ScheduleAnswer[").doesNotContain("1312345678907");
        assertThat(new ScheduleAnswers(HEADER, List.of(row)))
                .hasToString("ScheduleAnswers[" + HEADER.masked() + ", 1 rows]");
        ValidationReport report =
                new ValidationReport(DocumentKind.MIGRATION_SCHEDULE, Optional.empty(), 3, Map.of(), 0, List.of());
        assertThat(new ScheduleComparison(report, List.of(), 4))
                .hasToString(
                        "ScheduleComparison[4 changed cells, ValidationReport[MIGRATION_SCHEDULE, 3 rows, 0 errors, "
                                + "0 warnings]]");
        assertThat(MigrationScheduleResponse.to(Input.of(new byte[0], "s.xlsx")))
                .hasToString("MigrationScheduleResponse[to s.xlsx]");
    }

    @Test
    void nullElementsAreReportedByTheNameOfTheArgument() {
        ValidationReport report =
                new ValidationReport(DocumentKind.MIGRATION_SCHEDULE, Optional.empty(), 0, Map.of(), 0, List.of());
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationSchedule(HEADER, Collections.singletonList(null)))
                .withMessage("an element of rows");
        assertThatNullPointerException()
                .isThrownBy(() -> new FirmwareUpgradeNotification(HEADER, Collections.singletonList(null)))
                .withMessage("an element of rows");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleAnswers(HEADER, Collections.singletonList(null)))
                .withMessage("an element of rows");
        assertThatNullPointerException()
                .isThrownBy(() -> new ScheduleComparison(report, Collections.singletonList(null), 0))
                .withMessage("an element of changes");
    }
}
