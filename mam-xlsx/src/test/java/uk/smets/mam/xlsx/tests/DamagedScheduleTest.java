package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** A schedule with a damaged part is refused with a finding or answered; there is no other outcome. */
class DamagedScheduleTest {
    private static final byte[] MARKUP = "<>/\"'=&;! -?x1A\u0000\n".getBytes(UTF_8);

    private static final List<WorkbookParts> SOUND = List.of(
            WorkbookParts.of(Schedules.schedule(2).toBytes()),
            WorkbookParts.of(new ShuffledLayout(5).workbook(Schedules.schedule(3))),
            HandMadeWorkbook.with(
                    HandMadeWorkbook.around(HandMadeWorkbook.sheet(
                                    HandMadeWorkbook.row(
                                            7,
                                            HandMadeWorkbook.fixedCells(7) + "<c r=\"Q7\" t=\"str\">"
                                                    + "<f t=\"shared\" ref=\"Q7:Q8\" si=\"0\">\"Y\"</f><v>Y</v></c>"),
                                    HandMadeWorkbook.row(8, HandMadeWorkbook.fixedCells(8)))
                            .replace(
                                    "</worksheet>",
                                    "<mergeCells><mergeCell ref=\"AM7:AN7\"/></mergeCells></worksheet>")),
                    "calcChain.xml",
                    "calcChain",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml",
                    "<calcChain xmlns=\"" + HandMadeWorkbook.MAIN
                            + "\"><c r=\"Q7\" i=\"4\"/><c r=\"A1\"/></calcChain>"));

    private static Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("damaged");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        for (String name : List.of("before.xlsx", "after.xlsx")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 200)
    void damagedPartIsRefusedWithAFindingOrAnswered(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        WorkbookParts sound = SOUND.get(random.nextInt(SOUND.size()));
        List<String> parts = List.copyOf(sound.all().keySet());
        String part = random.nextBoolean() ? WorkbookParts.SHEET : parts.get(random.nextInt(parts.size()));
        byte[] damaged = WorkbookParts.of(sound.bytes())
                .put(part, damaged(sound.all().get(part), random))
                .bytes();
        try {
            byte[] response = MigrationScheduleResponse.to(Input.of(damaged, "stream"))
                    .answerAll(
                            ScheduleAnswer.supplierCertificates(Schedules.OURS).withPriority())
                    .toBytes();
            assertThat(response).isNotEmpty();
        } catch (InvalidDocumentException e) {
            assertThat(e.report().findings()).isNotEmpty();
        }
        Path before = Files.write(folder.resolve("before.xlsx"), sound.bytes());
        Path after = Files.write(folder.resolve("after.xlsx"), damaged);
        try {
            assertThat(ScheduleComparison.compare(before, after).report()).isNotNull();
        } catch (InvalidDocumentException e) {
            assertThat(e.report().isSound()).isFalse();
            assertThat(e.report().findings())
                    .allMatch(finding -> finding.at().file().equals("after.xlsx"));
        }
    }

    private static byte[] damaged(byte[] sheet, Random random) {
        byte[] bytes = sheet.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 1 -> {
                    int length = Math.min(random.nextInt(60), bytes.length - at - 1);
                    byte[] without = Arrays.copyOf(bytes, bytes.length - length);
                    System.arraycopy(bytes, at + length, without, at, bytes.length - at - length);
                    bytes = without;
                }
                case 2 -> {
                    int length = Math.min(random.nextInt(60), bytes.length - at - 1);
                    byte[] twice = Arrays.copyOf(bytes, bytes.length + length);
                    System.arraycopy(bytes, at, twice, at + length, bytes.length - at);
                    bytes = twice;
                }
                default -> bytes[at] = MARKUP[random.nextInt(MARKUP.length)];
            }
        }
        return bytes;
    }
}
