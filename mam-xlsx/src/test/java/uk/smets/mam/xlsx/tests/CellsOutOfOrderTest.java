package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/** Rows whose cells are not in the order of their columns, as some programs write them. */
class CellsOutOfOrderTest {
    private static final int ROWS = 12;
    private static final Pattern ROW = Pattern.compile("(<row [^>]*>)(.*?)(</row>)", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c [^>]*/>|<c .*?</c>", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("<c r=\"([A-Z]+)\\d+\"");

    @TempDir
    Path folder;

    private static byte[] shuffled(Random random) {
        WorkbookParts parts = WorkbookParts.of(Schedules.schedule(ROWS).toBytes());
        String sheet = ROW.matcher(parts.sheet()).replaceAll(row -> {
            List<String> cells = new ArrayList<>();
            CELL.matcher(row.group(2)).results().forEach(cell -> cells.add(cell.group()));
            Collections.shuffle(cells, random);
            return Matcher.quoteReplacement(
                    row.group(1) + "<!-- a -->" + String.join("\n<!-- b --> ", cells) + row.group(3));
        });
        return parts.put(WorkbookParts.SHEET, sheet).bytes();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rowsWithCellsOutOfOrderAreReadAndAnsweredLikeOrderedOnes(long seed) throws Exception {
        byte[] workbook = shuffled(new Random(seed));
        assertThat(MigrationSchedule.parse(Input.of(workbook, "stream")).rows())
                .isEqualTo(Schedules.schedule(ROWS).rows());

        byte[] response = MigrationScheduleResponse.to(Input.of(workbook, "stream"))
                .answerRow(8, ScheduleAnswer.priority())
                .answerRow(11, ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .toBytes();
        byte[] expected = MigrationScheduleResponse.to(
                        Input.of(Schedules.schedule(ROWS).toBytes(), "stream"))
                .answerRow(8, ScheduleAnswer.priority())
                .answerRow(11, ScheduleAnswer.supplierCertificates(Schedules.OURS))
                .toBytes();

        assertThat(MigrationSchedule.parse(Input.of(response, "stream")).rows())
                .isEqualTo(MigrationSchedule.parse(Input.of(expected, "stream")).rows());
        Path schedule = Files.write(folder.resolve("schedule.xlsx"), workbook);
        Path answered = Files.write(folder.resolve("response.xlsx"), response);
        assertThat(ScheduleComparison.compare(schedule, answered).isSound()).isTrue();
        assertThat(inOrder(WorkbookParts.of(response).sheet())).isGreaterThanOrEqualTo(2);
    }

    /** The number of rows whose cells are in order. */
    private static int inOrder(String sheet) {
        int rows = 0;
        Matcher row = ROW.matcher(sheet);
        while (row.find()) {
            List<String> columns = new ArrayList<>();
            REFERENCE
                    .matcher(row.group(2))
                    .results()
                    .forEach(cell -> columns.add((cell.group(1).length() == 1 ? " " : "") + cell.group(1)));
            List<String> sorted = new ArrayList<>(columns);
            Collections.sort(sorted);
            rows += columns.size() > 10 && columns.equals(sorted) ? 1 : 0;
        }
        return rows;
    }

    @Test
    void twoCellsWithOneReferenceAreRefusedAtAnyPosition() throws IOException {
        WorkbookParts parts = WorkbookParts.of(shuffled(new Random(7)));
        Matcher row = Pattern.compile("<row r=\"8\".*?</row>", Pattern.DOTALL).matcher(parts.sheet());
        assertThat(row.find()).isTrue();
        String doubled = row.group().replace("</row>", "<c r=\"C8\"/></row>");
        byte[] workbook = parts.put(WorkbookParts.SHEET, parts.sheet().replace(row.group(), doubled))
                .bytes();
        assertThat(MigrationSchedule.validate(Input.of(workbook, "stream")).count(Rule.WORKBOOK_UNREADABLE))
                .isEqualTo(1);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationScheduleResponse.to(Input.of(workbook, "stream"))
                        .answerAll(ScheduleAnswer.priority())
                        .toBytes());
    }
}
