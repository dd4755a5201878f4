package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.WrittenResponse;
import uk.smets.mam.testing.MessageListing;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/**
 * A mutation program: workbooks changed inside their parts. Every operation gives the same verdict and rows; a response is refused with
 * findings, or contains the answers and no other change.
 */
class MutatedWorkbooksTest {
    /** Without the rule that only the writer checks: a reader does not know that a workbook is a response. */
    private static final ValidationOptions OPTIONS = ValidationOptions.defaults()
            .without(Rule.RESPONSE_WITHOUT_ANSWERS)
            .findingsKept(100_000)
            .named("workbook.xlsx");

    /** An answer and the rows that it applies to. */
    private record Answer(
            ScheduleAnswer given,
            BiPredicate<Integer, MigrationScheduleRow> isTo,
            Consumer<MigrationScheduleResponse> put) {}

    @TempDir
    Path folder;

    private final List<byte[]> schedules = new ArrayList<>();
    private final List<byte[]> firmware = new ArrayList<>();

    @BeforeEach
    void createWorkbooks() throws IOException {
        byte[] written = Schedules.schedule(3).toBytes();
        schedules.add(written);
        schedules.add(MigrationScheduleResponse.to(Input.of(written, "stream"))
                .answerAll(ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .toBytes());
        schedules.add(HandMadeWorkbook.around(HandMadeWorkbook.sheet(
                        HandMadeWorkbook.row(7, HandMadeWorkbook.fixedCells(7)),
                        HandMadeWorkbook.row(8, HandMadeWorkbook.fixedCells(8) + "<c r=\"Q8\" s=\"1\"/>"),
                        HandMadeWorkbook.row(9, HandMadeWorkbook.fixedCells(9))))
                .bytes());
        schedules.add(GridWorkbook.of(Notices.schedule(foreign(), BodyRow.ofResponse(), BodyRow.ofSchedule()))
                .bytes());
        for (int seed = 1; seed <= 3; seed++) {
            schedules.add(new ShuffledLayout(seed).workbook(Schedules.schedule(3)));
        }
        firmware.add(GridWorkbook.of(Notices.firmware(BodyRow.ofFirmware(), BodyRow.ofFirmware()))
                .bytes());
        firmware.add(FirmwareUpgradeNotification.parse(Input.of(firmware.get(0), "stream"))
                .toBytes());
    }

    /** A row with cell types of other programs: shared and rich texts, numbers, dates, a formula. */
    private static BodyRow foreign() {
        return BodyRow.ofSchedule()
                .with("MPAN", CellXml.number("1312345678907"))
                .with("MPRN", CellXml.shared("3938424403"))
                .with("Not before", CellXml.number("43710", GridWorkbook.DATE))
                .with("Not after", CellXml.number("43716", GridWorkbook.DAY_FIRST))
                .with("CHF Device ID", CellXml.rich("70-B3-D5-1F-", "5A-2C-D0-9C"))
                .with("ESME Serial Number", CellXml.shared("E763558125"))
                .with("GSME Serial Number", CellXml.formula("str", "G00012"))
                .with("Priority", CellXml.empty());
    }

    @Test
    void mutatedSchedulesAreReadConsistentlyAndAnsweredAsPlannedOrRefused() {
        MutationRun.of("mutated schedules", 300, seed -> {
            Random random = new Random(seed);
            byte[] workbook = new WorkbookMutations(random).changed(schedules.get(random.nextInt(schedules.size())));
            Map<Integer, MigrationScheduleRow> rows = assertReadConsistently(workbook);
            assertIsAnsweredOrRefused(workbook, rows, random);
        });
    }

    @Test
    void mutatedFirmwareNotificationsAreReadConsistently() throws IOException {
        MutationRun.of("mutated firmware notifications", 400, seed -> {
            Random random = new Random(seed);
            byte[] workbook = new WorkbookMutations(random).changed(firmware.get(random.nextInt(firmware.size())));
            ValidationReport report = FirmwareUpgradeNotification.validate(Input.of(workbook, "stream"), OPTIONS);
            Severities.requireAsCatalogued(report);
            List<Finding> heard = new ArrayList<>();
            List<FirmwareUpgradeRow> rows = new ArrayList<>();
            try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader = FirmwareUpgradeNotification.open(
                    Input.of(new ByteArrayInputStream(workbook), "stream"), OPTIONS, heard::add)) {
                reader.forEach(rows::add);
            }
            assertSame(report, heard);
            try {
                FirmwareUpgradeNotification document =
                        FirmwareUpgradeNotification.parse(Input.of(workbook, "stream"), OPTIONS);
                assertThat(report.isSound()).isTrue();
                assertThat(document.rows()).isEqualTo(rows);
                byte[] written = document.toBytes();
                assertThat(FirmwareUpgradeNotification.parse(Input.of(written, "stream")))
                        .isEqualTo(document);
                assertThat(described(document.check(OPTIONS)))
                        .isEqualTo(
                                described(FirmwareUpgradeNotification.validate(Input.of(written, "stream"), OPTIONS)));
            } catch (InvalidDocumentException refused) {
                assertThat(refused.report()).isEqualTo(report);
                assertThat(report.isSound()).isFalse();
            }
        });
    }

    private Map<Integer, MigrationScheduleRow> assertReadConsistently(byte[] workbook) throws IOException {
        ValidationReport report = MigrationSchedule.validate(Input.of(workbook, "stream"), OPTIONS);
        Severities.requireAsCatalogued(report);
        List<Finding> heard = new ArrayList<>();
        Map<Integer, MigrationScheduleRow> rows = streamed(workbook, heard);
        assertSame(report, heard);
        try {
            MigrationSchedule document = MigrationSchedule.parse(Input.of(workbook, "stream"), OPTIONS);
            assertThat(report.isSound()).as("parsed").isTrue();
            assertThat(document.rows()).isEqualTo(List.copyOf(rows.values()));
            byte[] written = document.toBytes();
            assertThat(MigrationSchedule.parse(Input.of(written, "stream"))).isEqualTo(document);
            assertThat(described(document.check(OPTIONS)))
                    .as("check of the document and of its workbook")
                    .isEqualTo(described(MigrationSchedule.validate(Input.of(written, "stream"), OPTIONS)));
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report()).isEqualTo(report);
            assertThat(report.isSound()).as("refused").isFalse();
        }
        return rows;
    }

    private static void assertSame(ValidationReport report, List<Finding> heard) {
        assertThat(heard).as("streamed").containsExactlyInAnyOrderElementsOf(report.findings());
        for (Finding finding : report.findings()) {
            assertThat(finding.message())
                    .isNotBlank()
                    .doesNotContain("Exception", "org.apache", "null", "com.ctc", "java.");
        }
    }

    private static Map<Integer, MigrationScheduleRow> streamed(byte[] workbook, List<Finding> heard)
            throws IOException {
        Map<Integer, MigrationScheduleRow> rows = new TreeMap<>();
        try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                MigrationSchedule.open(Input.of(new ByteArrayInputStream(workbook), "stream"), OPTIONS, heard::add)) {
            reader.forEach(row -> rows.put(Math.toIntExact(reader.line()), row));
        }
        return rows;
    }

    private static List<String> described(ValidationReport report) {
        return report.findings().stream()
                .map(finding -> finding.toString().replaceFirst("^.*?!", "") + " " + finding.found())
                .toList();
    }

    private void assertIsAnsweredOrRefused(byte[] workbook, Map<Integer, MigrationScheduleRow> rows, Random random)
            throws IOException {
        Path schedule = Files.write(folder.resolve("workbook.xlsx"), workbook);
        Path target = folder.resolve("response.xlsx");
        Files.deleteIfExists(target);
        Answer answer = answer(random);
        MigrationScheduleResponse response = MigrationScheduleResponse.to(schedule);
        answer.put.accept(response);
        Optional<ValidationReport> checked = checked(response);
        Optional<WrittenResponse> written = written(response, target);
        assertThat(checked.map(ValidationReport::isSound).orElse(false))
                .as("check and write agree")
                .isEqualTo(written.isPresent());
        assertThat(Files.exists(target)).isEqualTo(written.isPresent());
        assertThat(MigrationSchedule.validate(schedule, OPTIONS)).as("input").isNotNull();
        if (written.isPresent()) {
            byte[] bytes = Files.readAllBytes(target);
            assertRowsAreAnswered(rows, streamed(bytes, new ArrayList<>()), answer);
            // A reader does not know which cells were answered, and therefore which formulas have an old value.
            if (written.get().report().findings().stream().noneMatch(MutatedWorkbooksTest::isAboutAnOldValue)) {
                assertThat(written.get().report()).as("report").isEqualTo(MigrationSchedule.validate(target, OPTIONS));
            }
            assertChangesAreThoseWritten(ScheduleComparison.compare(schedule, target, OPTIONS), written.get(), answer);
            assertReadConsistently(bytes);
        }
    }

    private static boolean isAboutAnOldValue(Finding finding) {
        String message = MessageListing.pinned(Rule.FORMULA_CELL, "formula that uses an answered cell");
        return finding.rule() == Rule.FORMULA_CELL
                && finding.message().endsWith(message.substring(message.lastIndexOf(": ")));
    }

    private static Optional<ValidationReport> checked(MigrationScheduleResponse response) throws IOException {
        try {
            return Optional.of(response.check(OPTIONS));
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report().errors()).isPositive();
            return Optional.empty();
        }
    }

    private static Optional<WrittenResponse> written(MigrationScheduleResponse response, Path target)
            throws IOException {
        try {
            return Optional.of(response.write(target, OPTIONS));
        } catch (InvalidDocumentException refused) {
            assertThat(refused.report().errors()).isPositive();
            return Optional.empty();
        }
    }

    private static void assertRowsAreAnswered(
            Map<Integer, MigrationScheduleRow> before, Map<Integer, MigrationScheduleRow> after, Answer answer) {
        before.forEach((number, row) -> assertThat(after.get(number))
                .as("row %d", number)
                .isEqualTo(answer.isTo.test(number, row) ? answered(row, answer.given) : row));
        after.forEach((number, row) -> {
            if (answer.isTo.test(number, row)) {
                assertThat(answered(row, answer.given))
                        .as("row %d is answered", number)
                        .isEqualTo(row);
            }
        });
    }

    private static void assertChangesAreThoseWritten(
            ScheduleComparison comparison, WrittenResponse written, Answer answer) {
        assertThat(comparison.report().findings())
                .as("compared")
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(comparison.changes()).allMatch(CellChange::allowed);
        assertThat(comparison.changedCells()).as("changed cells").isEqualTo(written.changedFields());
        boolean empties = answer.given.equals(ScheduleAnswer.nothing());
        assertThat(comparison.changes()).allMatch(change -> change.after().isEmpty() == empties);
    }

    private static MigrationScheduleRow answered(MigrationScheduleRow row, ScheduleAnswer answer) {
        MigrationScheduleRow.Builder answered =
                row.toBuilder().priority(answer.givenPriority().orElse(row.priority()));
        if (answer.equals(ScheduleAnswer.nothing())) {
            return answered.certificateIds(CertificateIds.NONE).build();
        }
        CertificateIds given = answer.givenCertificates();
        return answered.certificateIds(CertificateIds.of(slot -> {
                    boolean fits = slot.device().isElectricity()
                            ? row.mpan().isPresent()
                            : row.mprn().isPresent();
                    return (fits ? given.get(slot) : Optional.<CertificateId>empty())
                            .or(() -> row.certificateIds().get(slot));
                }))
                .build();
    }

    private static Answer answer(Random random) {
        ScheduleAnswer certificates =
                ScheduleAnswer.supplierCertificates(random.nextBoolean() ? Schedules.OURS : Schedules.THEIRS);
        ScheduleAnswer given = switch (random.nextInt(4)) {
            case 0 -> certificates;
            case 1 -> certificates.withPriority();
            case 2 -> ScheduleAnswer.nothing();
            default -> ScheduleAnswer.priority();
        };
        int row = 6 + random.nextInt(6);
        return switch (random.nextInt(5)) {
            case 0 -> new Answer(given, (number, each) -> number == row, response -> response.answerRow(row, given));
            case 1 ->
                new Answer(
                        given,
                        (number, each) -> each.mpan().equals(Optional.of(Schedules.DUAL_FUEL)),
                        response -> response.answer(Schedules.DUAL_FUEL, given));
            default -> new Answer(given, (number, each) -> true, response -> response.answerAll(given));
        };
    }
}
