package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.around;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.cell;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.fixedCells;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.row;
import static uk.smets.mam.xlsx.tests.HandMadeWorkbook.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

class ScheduleComparisonTest {
    private static final int ROWS = 6;

    @TempDir
    Path folder;

    private Path schedule;
    private Path response;

    @BeforeEach
    void writeSchedule() throws IOException {
        schedule = folder.resolve("schedule.xlsx");
        response = folder.resolve("response.xlsx");
        Schedules.schedule(ROWS).write(schedule);
    }

    private ScheduleComparison compareWith(List<MigrationScheduleRow> rows) throws IOException {
        new MigrationSchedule(Schedules.HEADER, rows).write(response);
        return ScheduleComparison.compare(schedule, response);
    }

    private ScheduleComparison compare(WorkbookParts before, WorkbookParts after) throws IOException {
        Files.write(schedule, before.bytes());
        Files.write(response, after.bytes());
        return ScheduleComparison.compare(schedule, response);
    }

    private static List<MigrationScheduleRow> rows() {
        return new ArrayList<>(Schedules.schedule(ROWS).rows());
    }

    private static List<Finding> findings(ScheduleComparison comparison) {
        assertThat(comparison.report().counts().keySet()).isSubsetOf(Rule.RESPONSE_FIXED_FIELD_CHANGED);
        return comparison.report().findings();
    }

    /** The only finding, which is at that place and has the message of the sample. */
    private static void assertFound(ScheduleComparison comparison, String place, String sample) {
        assertThat(findings(comparison)).singleElement().satisfies(finding -> {
            assertThat(finding.at()).hasToString("response.xlsx: " + place);
            assertThat(finding.message()).isEqualTo(message(sample));
        });
    }

    private static String message(String sample) {
        return MessageListing.pinned(Rule.RESPONSE_FIXED_FIELD_CHANGED, sample);
    }

    @Test
    void deviceIdsWithColonsAndWithHyphensAreEqual() throws IOException {
        BodyRow sent = BodyRow.ofSchedule();
        BodyRow answered = BodyRow.ofSchedule().with("Priority", "Y").with("CHF Device ID", "70:B3:D5:1F:5A:2C:D0:9C");
        Path before = Files.write(
                folder.resolve("sent.xlsx"),
                GridWorkbook.of(Notices.schedule(sent)).bytes());
        Path after = Files.write(
                folder.resolve("answered.xlsx"),
                GridWorkbook.of(Notices.schedule(answered)).bytes());
        assertThat(ScheduleComparison.compare(before, after).report().isSound()).isTrue();
    }

    @Test
    void answersAreAllowedChanges() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answer(Schedules.ELECTRICITY_ONLY, ScheduleAnswer.priority())
                .answerRow(9, ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .write(response);
        List<CellChange> heard = new ArrayList<>();
        ScheduleComparison comparison = ScheduleComparison.compare(
                Input.of(schedule), Input.of(response), ValidationOptions.defaults(), heard::add);
        assertThat(comparison.isSound()).isTrue();
        assertThat(comparison.changedCells()).isEqualTo(13);
        assertThat(comparison.changes()).isEqualTo(heard).allMatch(CellChange::allowed);
        CellChange priority = comparison.changes().get(0);
        assertThat(priority.at().reference()).isEqualTo("Q8");
        assertThat(priority.at().name()).hasValue("Priority");
        assertThat(priority.scheduleRow()).isEqualTo(8);
        assertThat(priority.before()).isEmpty();
        assertThat(priority.after()).hasValue("Y");
        assertThat(priority).hasToString("response.xlsx: Migration Schedule!Q8 (Priority): filled");
        assertThat(comparison.report().rows()).isEqualTo(ROWS);
        assertThat(comparison.report().header()).hasValue(Schedules.HEADER);
    }

    @Test
    void changedFixedFieldIsAnErrorAtItsCell() throws IOException {
        List<MigrationScheduleRow> rows = rows();
        rows.set(2, rows.get(2).toBuilder().esmeSerialNumber("other").build());
        rows.set(
                3,
                rows.get(3).toBuilder()
                        .cadDeviceId(rows.get(0).chfDeviceId().orElseThrow())
                        .build());
        ScheduleComparison comparison = compareWith(rows);
        assertThat(comparison.isSound()).isFalse();
        assertThat(comparison.changes())
                .extracting(change -> change.at().reference() + change.allowed())
                .containsExactly("M9false", "K10false");
        assertThat(comparison.changes().get(0).before()).hasValue("0002");
        assertThat(comparison.report().findings().get(0).found()).hasValue("other");
        Finding changed = findings(comparison).get(0);
        assertThat(changed.at()).hasToString("response.xlsx: Migration Schedule!M9 (ESME Serial Number)");
        assertThat(changed.severity()).isEqualTo(Severity.ERROR);
        assertThat(changed.message()).isEqualTo(message("changed fixed field")).contains("row 9");
    }

    @Test
    void changedMeterPointIsAChangeOfItsCellAndNotAnotherRow() throws IOException {
        List<MigrationScheduleRow> rows = rows();
        rows.set(1, rows.get(1).toBuilder().mpan(Schedules.mpan(99)).build());
        ScheduleComparison comparison = compareWith(rows);
        assertThat(findings(comparison)).singleElement().satisfies(finding -> {
            assertThat(finding.at()).hasToString("response.xlsx: Migration Schedule!A8 (MPAN)");
            assertThat(finding.toString()).doesNotContain(Schedules.mpan(99).toString());
        });
        assertThat(comparison.changes().get(0).after())
                .hasValue(Schedules.mpan(99).toString());
    }

    @Test
    void removedRowIsReportedOnce() throws IOException {
        List<MigrationScheduleRow> rows = rows();
        rows.remove(1);
        rows.set(2, rows.get(2).toBuilder().priority(true).build());
        ScheduleComparison comparison = compareWith(rows);
        assertFound(comparison, "Migration Schedule", "removed row");
        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.at().reference()).isEqualTo("Q9");
            assertThat(change.scheduleRow()).isEqualTo(10);
        });
    }

    @Test
    void addedRowIsReportedOnce() throws IOException {
        List<MigrationScheduleRow> rows = rows();
        rows.add(2, Schedules.row(77));
        assertFound(compareWith(rows), "Migration Schedule!A9 (MPAN)", "added row");
    }

    @Test
    void movedRowIsReportedOnceAndStillCompared() throws IOException {
        List<MigrationScheduleRow> rows = rows();
        rows.add(rows.remove(0).toBuilder().priority(true).build());
        ScheduleComparison down = compareWith(rows);
        assertFound(down, "Migration Schedule!A12 (MPAN)", "row moved down");
        assertThat(down.changes())
                .singleElement()
                .matches(change -> change.at().reference().equals("Q12"));
        List<MigrationScheduleRow> up = rows();
        up.add(0, up.remove(ROWS - 1));
        assertFound(compareWith(up), "Migration Schedule!A7 (MPAN)", "row moved up");
    }

    @Test
    void missingAndAdditionalLastRowsAreEachReported() throws IOException {
        assertThat(findings(compareWith(rows().subList(0, ROWS - 2)))).hasSize(2);
        List<MigrationScheduleRow> more = rows();
        more.add(Schedules.row(80));
        assertThat(findings(compareWith(more))).hasSize(1);
    }

    @Test
    void changedHeaderIsAnErrorAtEachChangedField() throws IOException {
        NotificationHeader other = new NotificationHeader(
                "Other Ltd",
                Schedules.HEADER.secPartySignifiers(),
                Schedules.HEADER.marketParticipantIds().subList(0, 1),
                Smso.TRL);
        new MigrationSchedule(other, rows()).write(response);
        assertThat(ScheduleComparison.compare(schedule, response).report().findings())
                .extracting(finding -> ((Location.Cell) finding.at()).reference())
                .containsExactly("B1", "B3", "B4");
    }

    @Test
    void headerWithAnErrorOfDccIsStillComparedFieldByField() throws IOException {
        String before = sheet(row(7, fixedCells(7)));
        String mistaken = before.replace(">NPW<", ">npw<");
        assertThat(mistaken).isNotEqualTo(before);
        assertThat(findings(compare(around(before), around(mistaken))))
                .extracting(finding -> finding.at().toString())
                .containsExactly("response.xlsx: Schedule!B4 (SMSO)");
        assertThat(findings(compare(around(mistaken), around(mistaken.replace(">EXSUPP<", ">EXSUPP, OTHERS<")))))
                .extracting(finding -> finding.at().toString())
                .containsExactly("response.xlsx: Schedule!B2 (SEC Party Signifier)");
        assertThat(compare(around(mistaken), around(mistaken)).isSound()).isTrue();
    }

    @Test
    void valuesAreComparedAndNotTheirStorage() throws IOException {
        String before = sheet(row(7, fixedCells(7) + cell("Q7", "Y")), row(9, fixedCells(9)));
        String after = sheet(row(7, fixedCells(7)), row(9, fixedCells(9)))
                .replace(cell("A7", Schedules.mpan(7).toString()), "<c r=\"A7\"><v>" + Schedules.mpan(7) + "</v></c>")
                .replace(cell("C7", "05/08/2019"), "<c r=\"C7\" t=\"d\"><v>2019-08-05</v></c>")
                .replace(
                        cell("E7", "70-B3-D5-1F-30-00-00-17"),
                        cell("E7", "70b3d51f30000017") + "<c r=\"Q7\" s=\"9\" t=\"s\"><v>0</v></c>")
                .replace(">EXSUPP<", "> EXSUPP <");
        WorkbookParts shared = HandMadeWorkbook.with(
                around(after),
                "sharedStrings.xml",
                "sharedStrings",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
                "<sst xmlns=\"" + HandMadeWorkbook.MAIN + "\"><si><r><t>Y</t></r></si></sst>");
        ScheduleComparison comparison = compare(around(before), shared);
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.isSound()).isTrue();
    }

    @Test
    void otherColumnsOfTheWorkbookAreComparedByTheirHeadings() throws IOException {
        String with = sheet(row(7, fixedCells(7) + cell("AM7", "north")))
                .replace("</row><row r=\"7\"", cell("AM6", "Region") + "</row><row r=\"7\"");
        ScheduleComparison changed = compare(around(with), around(with.replace(">north<", ">south<")));
        assertFound(changed, "Schedule!AM7 (Region)", "changed value of another column");
        assertThat(changed.changes().get(0).before()).isEqualTo(Optional.of("north"));
        ScheduleComparison renamed = compare(around(with), around(with.replace(">Region<", ">Area<")));
        assertThat(findings(renamed))
                .hasSize(2)
                .allMatch(finding -> finding.at().toString().equals("response.xlsx: Schedule"))
                .anyMatch(finding -> finding.message().contains("Region"))
                .anyMatch(finding -> finding.message().contains("Area"));
    }

    @Test
    void removedColumnOfAFieldIsReportedOnce() throws IOException {
        String with = sheet(row(7, fixedCells(7)), row(8, fixedCells(8)));
        String without = with.replace(cell("B6", "MPRN"), "");
        assertThat(findings(compare(around(with), around(without))))
                .filteredOn(finding -> finding.at().toString().equals("response.xlsx: Schedule"))
                .extracting(Finding::message)
                .containsExactly(message("removed column of a field"));
    }

    @Test
    void addedColumnOfAFieldIsReported() throws IOException {
        String with = sheet(row(7, fixedCells(7)), row(8, fixedCells(8)));
        String without = with.replace(cell("B6", "MPRN"), "");
        assertFound(compare(around(without), around(with)), "Schedule", "added column of a field");
    }

    @Test
    void shuffledRowsAreAllMatched() throws IOException {
        Schedules.schedule(200).write(schedule);
        List<MigrationScheduleRow> rows =
                new ArrayList<>(Schedules.schedule(200).rows());
        Collections.shuffle(rows, new Random(20190805));
        ScheduleComparison comparison = compareWith(rows);
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.isSound()).isFalse();
        String moved = message("row moved up");
        String instruction = moved.substring(moved.lastIndexOf(": "));
        assertThat(findings(comparison)).allMatch(finding -> finding.message().endsWith(instruction));
    }

    @Test
    void changesAreKeptUpToTheLimitOfTheOptionsAndAllAreCounted() throws IOException {
        MigrationScheduleResponse.to(schedule)
                .answerAll(ScheduleAnswer.priority())
                .write(response);
        ScheduleComparison comparison = ScheduleComparison.compare(
                schedule, response, ValidationOptions.defaults().findingsKept(2));
        assertThat(comparison.changes()).hasSize(2);
        assertThat(comparison.changedCells()).isEqualTo(ROWS);
    }

    @Test
    void fileThatIsNotAScheduleIsNamed() throws IOException {
        Files.writeString(response, "no workbook");
        assertThatThrownBy(() -> ScheduleComparison.compare(schedule, response))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("response.xlsx: ERROR WORKBOOK_UNREADABLE");
        Files.writeString(schedule, "");
        assertThatThrownBy(() -> ScheduleComparison.compare(schedule, response))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("schedule.xlsx: ERROR FILE_EMPTY");
        ValidationOptions named = ValidationOptions.defaults().named("outbox/response.xlsx");
        assertThatThrownBy(() -> ScheduleComparison.compare(schedule, response, named))
                .hasMessageStartingWith("schedule.xlsx: ERROR FILE_EMPTY");
    }
}
