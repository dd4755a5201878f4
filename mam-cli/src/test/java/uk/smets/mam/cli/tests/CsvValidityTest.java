package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.xlsx.MigrationSchedule;

/**
 * The CSV that commands write follows the grammar of RFC 4180, section 2, except that it is in UTF-8 and its lines end in LF. It is read
 * without code of the library.
 */
@Tag("interop")
class CsvValidityTest {
    private static final String UNUSUAL_TEXT = "=E-0001, \"old\"; caf\u00E9 'x'";

    /** A field and the delimiter after it; there are no gaps between matches. */
    private static final Pattern FIELD =
            Pattern.compile("\\G(?:\"((?:[^\"\\p{Cntrl}]|\"\")*+)\"|([^\",\\p{Cntrl}]*+))([,\n])");

    @TempDir
    private Path directory;

    @BeforeEach
    void writeSchedule() throws IOException {
        SampleWorkbooks.writeTo(directory);
        Path schedule = directory.resolve(SampleWorkbooks.SCHEDULE);
        MigrationSchedule sample = MigrationSchedule.parse(schedule);
        List<MigrationScheduleRow> rows = new ArrayList<>(sample.rows());
        rows.add(MigrationScheduleRow.builder()
                .mpan(Mpan.of("1000000000014"))
                .notBefore(LocalDate.of(2019, 9, 9))
                .notAfter(LocalDate.of(2019, 9, 15))
                .chfDeviceId(DeviceId.of("00-DB-12-34-56-78-90-A2"))
                .esmeSerialNumber(UNUSUAL_TEXT)
                .build());
        new MigrationSchedule(sample.header(), rows).write(schedule);
    }

    private static List<List<String>> parsed(String csv) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        Matcher field = FIELD.matcher(csv);
        int end = 0;
        while (field.find()) {
            end = field.end();
            record.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            if (field.group(3).equals("\n")) {
                records.add(record);
                record = new ArrayList<>();
            }
        }
        assertThat(end).as("the characters that the grammar reads").isEqualTo(csv.length());
        return records;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers Migration-Schedule.xlsx --out OUT",
                "convert Migration-Schedule.xlsx OUT",
                "convert Firmware-Notification.xlsx OUT"
            })
    void everyRecordHasAFieldForEachHeading(String command) throws IOException {
        String[] arguments = command.replace("OUT", "out.csv").split(" ", -1);
        assertThat(CommandLineRun.in(directory).run(arguments).status()).isZero();
        List<List<String>> records = parsed(Files.readString(directory.resolve("out.csv")));
        assertThat(records)
                .hasSizeGreaterThan(1)
                .allSatisfy(record -> assertThat(record).hasSameSizeAs(records.get(0)));
        assertThat(records.get(0)).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void valuesOfAWorkbookAreReadBackUnchanged() throws IOException {
        CommandLineRun.in(directory).run("convert", SampleWorkbooks.SCHEDULE, "out.csv");
        List<List<String>> records = parsed(Files.readString(directory.resolve("out.csv")));
        assertThat(records).hasSize(4);
        assertThat(records.get(3)).contains("1000000000014", "2019-09-09", "00-DB-12-34-56-78-90-A2", UNUSUAL_TEXT);
    }
}
