package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.internal.json.DocumentForms;
import uk.smets.mam.model.internal.json.JsonForm;
import uk.smets.mam.model.internal.json.JsonProblem;
import uk.smets.mam.model.internal.json.ObjectForm;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** The representation in JSON that this module provides for its headers and rows. */
class JsonFormsTest {
    private static final JsonForm<MigrationScheduleRow> SCHEDULE = form(MigrationScheduleRow.class);
    private static final JsonForm<FirmwareUpgradeRow> FIRMWARE = form(FirmwareUpgradeRow.class);
    private static final JsonForm<NotificationHeader> HEADER = form(NotificationHeader.class);

    @SuppressWarnings("unchecked") // the type was compared
    private static <T> JsonForm<T> form(Class<T> type) {
        return (JsonForm<T>) DocumentForms.installed().stream()
                .filter(form -> form.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> members(JsonForm<?> form) {
        return List.copyOf(((ObjectForm<?, ?>) form).names());
    }

    @Test
    void membersAreTheFieldsOfTheDocumentsByTheirJsonNames() {
        assertThat(members(SCHEDULE))
                .isEqualTo(MigrationSchedule.fields().stream()
                        .map(DocumentField::jsonName)
                        .toList());
        assertThat(members(FIRMWARE))
                .isEqualTo(FirmwareUpgradeNotification.fields().stream()
                        .map(DocumentField::jsonName)
                        .toList());
        assertThat(members(HEADER)).containsExactly("name", "secPartySignifiers", "marketParticipantIds", "smso");
    }

    @Test
    void listsOfAHeaderAreArrays() {
        NotificationHeader header = new NotificationHeader(
                "Z1", List.of(SecPartySignifier.of("EXSUPP")), List.of(MarketParticipantId.of("EXG")), Smso.CGI);
        Map<String, Object> json = Map.of(
                "name",
                "Z1",
                "secPartySignifiers",
                List.of("EXSUPP"),
                "marketParticipantIds",
                List.of("EXG"),
                "smso",
                "CGI");
        assertThat(HEADER.write(header)).isEqualTo(json);
        assertThat(HEADER.read(json)).isEqualTo(header);
    }

    @Test
    void headerWithAnEmptyListOrAnInvalidItemIsRejected() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> HEADER.read(Map.of(
                        "name",
                        "Z1",
                        "secPartySignifiers",
                        List.of(),
                        "marketParticipantIds",
                        List.of("EXG"),
                        "smso",
                        "CGI")))
                .withMessage("secPartySignifiers: at least one");
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> HEADER.read(Map.of("name", "Z1", "secPartySignifiers", List.of("EXSUPP", "Z1"))))
                .withMessage("a SEC Party Signifier is 6 characters without spaces and commas; got \"Z1\"")
                .satisfies(e -> assertThat(e.path()).containsExactly("secPartySignifiers"));
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> HEADER.read(Map.of("name", "Z1", "secPartySignifiers", "EXSUPP")))
                .withMessage("this is an array in JSON");
    }

    @Test
    void textThatNoCellCanHoldIsRejectedByItsName() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> SCHEDULE.read(Map.of("chSerialNumber", " ")))
                .withMessage("chSerialNumber: not blank; null where it is absent")
                .satisfies(e -> assertThat(e.path()).containsExactly("chSerialNumber"));
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> FIRMWARE.read(Map.of("chModel", " ")))
                .satisfies(e -> assertThat(e.path()).containsExactly("chModel"));
    }

    @Property(tries = 300)
    void rowsOfAScheduleReadBackEqual(@ForAll("scheduleRows") MigrationScheduleRow row) {
        assertThat(SCHEDULE.read(SCHEDULE.write(row))).isEqualTo(row);
    }

    @Property(tries = 300)
    void rowsOfAFirmwareNotificationReadBackEqual(@ForAll("firmwareRows") FirmwareUpgradeRow row) {
        assertThat(FIRMWARE.read(FIRMWARE.write(row))).isEqualTo(row);
    }

    @Provide
    Arbitrary<MigrationScheduleRow> scheduleRows() {
        return CheckedAsReadTest.oddScheduleRow();
    }

    @Provide
    Arbitrary<FirmwareUpgradeRow> firmwareRows() {
        return CheckedAsReadTest.oddFirmwareRow();
    }
}
