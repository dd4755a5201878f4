package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import uk.smets.mam.model.CellChange;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleAnswers;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Schedules in any layout are answered in the right cells and in no others. */
class ShuffledLayoutTest {
    private static Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("shuffled");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("schedule.xlsx"));
        Files.deleteIfExists(folder.resolve("response.xlsx"));
        Files.delete(folder);
    }

    @Provide
    Arbitrary<MigrationSchedule> schedules() {
        return Documents.schedules().filter(schedule -> !schedule.rows().isEmpty());
    }

    @Provide
    Arbitrary<ScheduleAnswer> answers() {
        return Documents.answers();
    }

    @Property(tries = 40)
    void answersAreInTheYellowFieldsAndNothingElseChanges(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("answers") ScheduleAnswer answer,
            @ForAll long seed)
            throws IOException {
        Path file = Files.write(folder.resolve("schedule.xlsx"), new ShuffledLayout(seed).workbook(schedule));
        Path response = folder.resolve("response.xlsx");
        assertThat(MigrationSchedule.parse(file)).isEqualTo(schedule);
        MigrationScheduleResponse.to(file).answerAll(answer).write(response);

        List<MigrationScheduleRow> expected =
                schedule.rows().stream().map(row -> answered(row, answer)).toList();
        assertThat(MigrationSchedule.parse(response).rows()).isEqualTo(expected);
        assertThat(otherParts(response)).isEqualTo(otherParts(file));

        ScheduleComparison comparison = ScheduleComparison.compare(file, response, ValidationOptions.defaults());
        assertThat(comparison.isSound()).isTrue();
        assertThat(comparison.changes()).allMatch(CellChange::allowed);
        long rowsThatDiffer = comparison.changes().stream()
                .map(CellChange::scheduleRow)
                .distinct()
                .count();
        assertThat(rowsThatDiffer)
                .isEqualTo(expected.stream()
                        .filter(row -> !schedule.rows().contains(row))
                        .count());
    }

    @Property(tries = 15)
    void answersReadBackGiveTheSameResponseAgain(
            @ForAll("schedules") MigrationSchedule schedule,
            @ForAll("answers") ScheduleAnswer answer,
            @ForAll long seed)
            throws IOException {
        byte[] file = new ShuffledLayout(seed).workbook(schedule);
        Path response = folder.resolve("response.xlsx");
        MigrationScheduleResponse.to(Input.of(file, "stream")).answerAll(answer).write(response);
        byte[] again = MigrationScheduleResponse.to(Input.of(file, "stream"))
                .answerAll(ScheduleAnswer.nothing())
                .answer(ScheduleAnswers.parse(response))
                .toBytes();
        assertThat(MigrationSchedule.parse(Input.of(again, "stream"))).isEqualTo(MigrationSchedule.parse(response));
    }

    private static MigrationScheduleRow answered(MigrationScheduleRow row, ScheduleAnswer answer) {
        CertificateIds given = answer.givenCertificates();
        MigrationScheduleRow.Builder answered =
                row.toBuilder().priority(answer.givenPriority().orElseThrow());
        if (answer.equals(answer.withoutCertificates())) {
            return answered.certificateIds(CertificateIds.NONE).build();
        }
        return answered.certificateIds(CertificateIds.of(slot -> {
                    boolean fits = slot.device().isElectricity()
                            ? row.mpan().isPresent()
                            : row.mprn().isPresent();
                    return fits
                            ? given.get(slot).or(() -> row.certificateIds().get(slot))
                            : row.certificateIds().get(slot);
                }))
                .build();
    }

    private static Map<String, String> otherParts(Path workbook) throws IOException {
        return Digest.ofParts(Files.readAllBytes(workbook)).entrySet().stream()
                .filter(part -> !part.getKey().equals(WorkbookParts.SHEET))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
