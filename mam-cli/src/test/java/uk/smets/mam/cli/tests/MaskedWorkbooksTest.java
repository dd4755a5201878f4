package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.internal.primitive.CellReference;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/**
 * {@code --mask}: no report of a workbook, of its answers or of an extract contains a meter point, in whichever column it is. By default
 * each command and format is tried with one of the texts in each column; {@code -Dmam.mutations=all} tries all texts.
 */
class MaskedWorkbooksTest {
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;
    private static final String UPGRADES = SampleWorkbooks.UPGRADES;
    private static final String SHEET = "/xl/worksheets/sheet1.xml";
    private static final int FIRST_ROW = 7;

    /** Five or more digits of a meter point of the samples, or of one that a test puts into a column. */
    private static final Pattern METER_POINT =
            Pattern.compile("13123|12345|45678|5678 9|1234 5|34567|8901|93842|84244|24403|99123|(?<![0-9])99(?![0-9])");

    private static final List<String> TEXTS =
            List.of("9912345678901", " 1312345678901.0", "13 1234 5678 901", "x3938424404");

    /** The commands whose reports never contain a meter point, so that they have no such option. */
    private static final Set<String> WITHOUT_METER_POINTS = Set.of("show", "answers");

    private static final boolean ALL = "all".equals(System.getProperty("mam.mutations"));

    @TempDir
    private Path directory;

    @BeforeEach
    void makeWorkbooks() {
        SampleWorkbooks.writeTo(directory);
    }

    private static Stream<Arguments> textsInEachOf(int columns) {
        return IntStream.rangeClosed(1, columns)
                .boxed()
                .flatMap(column -> TEXTS.stream().map(text -> Arguments.of(column, text)));
    }

    static Stream<Arguments> columnsOfTheSchedule() {
        return textsInEachOf(MigrationSchedule.fields().size() + 2);
    }

    static Stream<Arguments> columnsOfTheFirmwareNotification() {
        return textsInEachOf(FirmwareUpgradeNotification.fields().size() + 2);
    }

    static Stream<Arguments> columnsOfAnAnswer() {
        return textsInEachOf(ANSWERS.size());
    }

    static Stream<Arguments> columnsOfAnExtract() {
        return textsInEachOf(MigrationAuthorisation.fields().size() + 1);
    }

    static Stream<Arguments> fieldsOfTheHeader() {
        return textsInEachOf(4);
    }

    private static final List<String> ANSWERS = answerHeadings();

    private static List<String> answerHeadings() {
        List<String> headings = new ArrayList<>(List.of("Row", "MPAN", "MPRN"));
        MigrationSchedule.fields().stream().skip(16).map(DocumentField::name).forEach(headings::add);
        return headings;
    }

    /** Runs the commands with output as text and as JSON; without {@link #ALL}, only those selected for the text and column. */
    private void assertNoMeterPointIn(int column, String found, String... commands) {
        int turn = column + TEXTS.indexOf(found);
        for (String command : commands) {
            for (String format : List.of("text", "json")) {
                if (turn++ % TEXTS.size() != 0 && !ALL) {
                    continue;
                }
                List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
                words.addAll(1, List.of("--format", format));
                if (!WITHOUT_METER_POINTS.contains(words.get(0))) {
                    words.add(1, "--mask");
                }
                CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(words.toArray(String[]::new));
                assertThat(outcome.status()).as(outcome.err()).isIn(0, 1);
                assertThat((outcome.out() + outcome.err())
                                .lines()
                                .filter(line -> METER_POINT.matcher(line).find()))
                        .as("mam %s", String.join(" ", words))
                        .isEmpty();
            }
        }
    }

    /** Puts a text into a cell of a workbook. */
    private void put(String workbook, int column, int row, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(directory.resolve(workbook))) {
            Path sheet = zip.getPath(SHEET);
            String xml = Files.readString(sheet, UTF_8);
            Matcher cells = Pattern.compile("<row r=\"" + row + "\"[^>]*>(.*?)</row>", Pattern.DOTALL)
                    .matcher(xml);
            assertThat(cells.find()).isTrue();
            Map<Integer, String> columns = new TreeMap<>();
            Matcher cell = Pattern.compile("<c r=\"([A-Z]+)[0-9]+\"[^>]*?(?:/>|>.*?</c>)", Pattern.DOTALL)
                    .matcher(cells.group(1));
            while (cell.find()) {
                columns.put(columnNumber(cell.group(1)), cell.group());
            }
            columns.put(
                    column,
                    "<c r=\"" + CellReference.of(column, row) + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                            + text + "</t></is></c>");
            Files.writeString(
                    sheet,
                    xml.substring(0, cells.start(1)) + String.join("", columns.values()) + xml.substring(cells.end(1)),
                    UTF_8);
        }
    }

    private static int columnNumber(String letters) {
        return letters.chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }

    @ParameterizedTest
    @MethodSource("columnsOfTheSchedule")
    void maskedReportOfAScheduleContainsNoMeterPoint(int column, String text) throws IOException {
        Files.copy(directory.resolve(SCHEDULE), directory.resolve("before.xlsx"));
        Files.writeString(directory.resolve("answers.csv"), "Row,Priority\n7,Y\n", UTF_8);
        put(SCHEDULE, column, FIRST_ROW, text);
        assertNoMeterPointIn(
                column,
                text,
                "validate " + SCHEDULE,
                "convert " + SCHEDULE + " out.csv",
                "convert " + SCHEDULE + " out.json",
                "respond " + SCHEDULE + " --answers answers.csv --out response.xlsx",
                "compare before.xlsx " + SCHEDULE,
                "compare " + SCHEDULE + " before.xlsx",
                "show " + SCHEDULE,
                "answers " + SCHEDULE + " --out template.csv");
    }

    @ParameterizedTest
    @MethodSource("columnsOfTheFirmwareNotification")
    void maskedReportOfAFirmwareNotificationContainsNoMeterPoint(int column, String text) throws IOException {
        put(UPGRADES, column, FIRST_ROW, text);
        assertNoMeterPointIn(
                column, text, "validate " + UPGRADES, "show " + UPGRADES, "convert " + UPGRADES + " out.csv");
    }

    @ParameterizedTest
    @MethodSource("fieldsOfTheHeader")
    void maskedReportOfAHeaderContainsNoMeterPoint(int row, String text) throws IOException {
        Files.copy(directory.resolve(SCHEDULE), directory.resolve("before.xlsx"));
        put(SCHEDULE, 2, row, text);
        assertNoMeterPointIn(
                row,
                text,
                "validate " + SCHEDULE,
                "show " + SCHEDULE,
                "convert " + SCHEDULE + " out.csv",
                "compare before.xlsx " + SCHEDULE,
                "compare " + SCHEDULE + " before.xlsx");
    }

    @ParameterizedTest
    @MethodSource("columnsOfAnAnswer")
    void maskedReportOfAnswersContainsNoMeterPoint(int column, String text) throws IOException {
        List<String> values = new ArrayList<>(Collections.nCopies(ANSWERS.size(), ""));
        values.set(0, column < 4 ? "" : "7");
        values.set(3, "Y");
        values.set(column - 1, text);
        Files.writeString(
                directory.resolve("answers.csv"),
                '"' + String.join("\",\"", ANSWERS) + "\"\n\"" + String.join("\",\"", values) + "\"\n",
                UTF_8);
        assertNoMeterPointIn(column, text, "respond " + SCHEDULE + " --answers answers.csv --out response.xlsx");
    }

    @ParameterizedTest
    @MethodSource("columnsOfAnExtract")
    void maskedReportOfAnExtractContainsNoMeterPoint(int column, String text) throws IOException {
        List<String> headings = new ArrayList<>(MigrationAuthorisation.fields().stream()
                .map(DocumentField::name)
                .toList());
        headings.add("Town");
        List<String> values = new ArrayList<>(Collections.nCopies(headings.size(), ""));
        values.set(0, "1312345678907");
        values.set(column - 1, text);
        Files.writeString(
                directory.resolve("extract.csv"),
                '"' + String.join("\",\"", headings) + "\"\n\"" + String.join("\",\"", values) + "\"\n",
                UTF_8);
        assertNoMeterPointIn(column, text, "import extract.csv --commissioned-by-dcc YES " + CommandLineRun.VALID_NAME);
    }
}
