package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Addressee of a notification: the header against the caller's expectation, and against the rows (clauses 7.3.1, 7.4.1). */
class AddresseeTest {
    private static final byte[] SCHEDULE =
            GridWorkbook.of(Notices.schedule(BodyRow.ofSchedule())).bytes();

    @TempDir
    private Path folder;

    private static ValidationOptions expecting(String signifiers, String participants) {
        return ValidationOptions.defaults()
                .addressee(new Addressee(
                        words(signifiers).stream().map(SecPartySignifier::of).collect(Collectors.toSet()),
                        words(participants).stream()
                                .map(MarketParticipantId::of)
                                .collect(Collectors.toSet())));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The header has the signifiers EXSUPP and EXGASS, and the Market Participant IDs EXPL and EXG. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EXSUPP        | ''       | ''
        OTHERS EXGASS | ''       | ''
        ''            | EXPL     | ''
        ''            | XYZ EXG  | ''
        EXSUPP        | EXG      | ''
        OTHERS        | EXG      | B2 ERROR NOT_ADDRESSED_TO_US
        exsupp        | ''       | B2 ERROR NOT_ADDRESSED_TO_US
        EXSUPP        | XYZ      | B3 ERROR NOT_ADDRESSED_TO_US
        OTHERS        | XYZ WXYZ | B2 ERROR NOT_ADDRESSED_TO_US, B3 ERROR NOT_ADDRESSED_TO_US
        """)
    void headerMustContainOneOfTheExpectedIdentifiers(String signifiers, String participants, String found)
            throws IOException {
        ValidationOptions options = expecting(signifiers, participants);
        assertThat(String.join(", ", Notices.found(MigrationSchedule.validate(Input.of(SCHEDULE, "stream"), options))))
                .isEqualTo(found);
        byte[] firmware =
                GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware())).bytes();
        assertThat(String.join(
                        ", ",
                        Notices.found(FirmwareUpgradeNotification.validate(Input.of(firmware, "stream"), options))))
                .isEqualTo(found);
    }

    @Test
    void findingNamesTheExpectedAndTheActualIdentifiers() throws IOException {
        Finding finding = MigrationSchedule.validate(Input.of(SCHEDULE, "stream"), expecting("OTHERS ANYONE", ""))
                .findings()
                .get(0);
        assertThat(Notices.describe(finding)).isEqualTo("B2 ERROR NOT_ADDRESSED_TO_US");
        assertThat(finding.at()).hasToString("stream: Schedule!B2 (SEC Party Signifier)");
        assertThat(finding.message())
                .isEqualTo(MessageListing.pinned(Rule.NOT_ADDRESSED_TO_US, "header of another supplier"))
                .contains("ANYONE, OTHERS");
        assertThat(finding.found()).contains("EXSUPP,EXGASS");
    }

    @Test
    void unreadableListIsNotReportedAsAnotherAddressee() throws IOException {
        Grid sheet = Notices.schedule(BodyRow.ofSchedule()).put("B2", "EXSUPP;EXGASS");
        assertThat(Notices.found(MigrationSchedule.validate(
                        Input.of(GridWorkbook.of(sheet).bytes(), "stream"), expecting("OTHERS", "EXG"))))
                .containsExactly("B2 ERROR SEC_PARTY_SIGNIFIER_FORMAT");
    }

    @Test
    void scheduleForAnotherSupplierIsNotAnswered() throws IOException {
        MigrationScheduleResponse response =
                MigrationScheduleResponse.to(Input.of(SCHEDULE, "stream")).answerRow(7, ScheduleAnswer.priority());
        assertThat(Notices.found(response.check(expecting("OTHERS", ""))))
                .containsExactly("B2 ERROR NOT_ADDRESSED_TO_US");
        InvalidDocumentException refusal = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> response.write(folder.resolve("response.xlsx"), expecting("OTHERS", "")));
        assertThat(Notices.found(refusal.report())).containsExactly("B2 ERROR NOT_ADDRESSED_TO_US");
        assertThat(folder).isEmptyDirectory();
        assertThat(response.check(expecting("EXSUPP", "EXPL")).findings()).isEmpty();
    }

    @Test
    void comparingAScheduleForAnotherSupplierIsAnError() throws IOException {
        Path file = Files.write(folder.resolve("schedule.xlsx"), SCHEDULE);
        assertThat(Notices.found(ScheduleComparison.compare(file, file, expecting("", "XYZ"))
                        .report()))
                .containsExactly("B3 ERROR NOT_ADDRESSED_TO_US");
    }

    @Test
    void documentInMemoryIsCheckedLikeItsWorkbook() throws IOException {
        MigrationSchedule schedule = Schedules.schedule(2);
        ValidationOptions options = expecting("OTHERS", "XYZ");
        assertThat(schedule.check(options).findings())
                .hasSize(2)
                .isEqualTo(MigrationSchedule.validate(Input.of(schedule.toBytes(), "stream"), options.named("document"))
                        .findings());
    }

    /** Reported at the first such row only, since the cause is in the header. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EXPL,EXG | ''
        EXPL     | B7 WARNING NOT_ADDRESSED_TO_US
        EXG      | A7 WARNING NOT_ADDRESSED_TO_US
        """)
    void headerNeedsAMarketParticipantIdForEachFuelOfItsRows(String participants, String found) throws IOException {
        Grid sheet =
                Notices.schedule(BodyRow.ofSchedule(), BodyRow.ofSchedule()).put("B3", participants);
        assertThat(String.join(
                        ", ",
                        Notices.foundIn(sheet).stream()
                                .filter(finding -> !finding.endsWith("MPXN_DUPLICATE"))
                                .toList()))
                .isEqualTo(found);
    }

    @Test
    void rowsOfOneFuelNeedNoMarketParticipantIdForTheOther() throws IOException {
        Grid sheet = Notices.schedule(BodyRow.ofSchedule().without("MPRN")).put("B3", "EXPL");
        assertThat(Notices.foundIn(sheet)).noneMatch(finding -> finding.endsWith("NOT_ADDRESSED_TO_US"));
    }
}
