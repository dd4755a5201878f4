package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that reads documents reports a file of the wrong kind with the same exit status and the same code. */
class WrongKindOfFileTest {
    /** {@code %s} is the file of the wrong kind. */
    private static final List<String> COMMANDS = List.of(
            "validate %s",
            "show %s",
            "repair %s out.csv",
            "import %s out.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc NO",
            "reconcile %s responses.csv",
            "reconcile " + CommandLineRun.VALID_NAME + " %s",
            "answers %s",
            "answers %s --out out.csv",
            "respond %s --answers answers.csv --out out.xlsx",
            "compare %s Migration-Schedule.xlsx",
            "compare Migration-Schedule.xlsx %s",
            "convert %s out.csv",
            "seal %s --user-id 70-B3-D5-1F-30-00-A0-01 --p12 key.p12 --pin-file pin --out outbox",
            "password %s --user-id 70-B3-D5-1F-30-00-A0-01 --out outbox");

    @TempDir
    private Path directory;

    /** A file of the wrong kind: its name, its bytes in hexadecimal, the exit status and words of the output. */
    private record Kind(String name, String hex, int status, List<String> words) {
        Kind(String name, byte[] bytes, int status, String... words) {
            this(name, HexFormat.of().formatHex(bytes), status, List.of(words));
        }

        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private static Kind binary(String name, String start, String what) {
        byte[] bytes = new byte[600];
        byte[] first = HexFormat.of().parseHex(start);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return new Kind(name, bytes, 1, "NOT_A_DOCUMENT: ", what);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write('a');
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Kind> kinds() throws IOException {
        return List.of(
                new Kind("empty.csv", new byte[0], 1, "FILE_EMPTY: "),
                new Kind("empty.xlsx", new byte[0], 1, "FILE_EMPTY: "),
                new Kind("archive.zip", zip(), 1, "NOT_A_DOCUMENT: ", "ZIP archive"),
                binary("none.zip", "504B0506", "empty ZIP archive"),
                binary("a.gz", "1F8B0800", "gzip archive"),
                binary("a.7z", "377ABCAF271C0004", "7-Zip archive"),
                binary("a.rar", "526172211A0700", "RAR archive"),
                binary("a.pdf", "255044462D312E37", "PDF"),
                binary("pdf.csv", "255044462D312E37", "PDF"),
                binary("a.png", "89504E470D0A1A0A", "image (PNG)"),
                binary("a.jpg", "FFD8FFE000104A464946", "image (JPEG)"),
                binary("a.gif", "474946383961", "image (GIF)"),
                binary("a.tif", "49492A0008", "image (TIFF)"),
                new Kind("page.html", text("\n<!DOCTYPE html>\n<html>"), 1, "NOT_A_DOCUMENT: ", "web page"),
                new Kind("data.xml", text("<?xml version=\"1.0\"?>\n<a/>"), 1, "NOT_A_DOCUMENT: ", "XML file"),
                new Kind("data.json", text("{\"rows\": []}"), 1, "NOT_A_DOCUMENT: ", "JSON file"),
                new Kind("page.csv", text("\uFEFF<HTML lang=\"en\">"), 1, "NOT_A_DOCUMENT: ", "web page"),
                new Kind(
                        "MAPASSWORD_x.csv",
                        text("70-B3-D5-1F-30-00-A0-01\nMA_x.csv\n0123456789abcdef0123456789abcdef\n"),
                        1,
                        "NOT_A_DOCUMENT: ",
                        "password file"),
                new Kind(
                        "password.csv",
                        text("\uFEFF70-b3-d5-1f-30-00-a0-01\r\nMA_x.csv\r\n0123456789ABCDEF0123456789ABCDEF\r\n-----"),
                        1,
                        "NOT_A_DOCUMENT: ",
                        "password file"),
                new Kind("old.xls", HexFormat.of().parseHex("D0CF11E0A1B11AE100000000"), 1, "WORKBOOK_UNREADABLE: "),
                new Kind("old.csv", HexFormat.of().parseHex("D0CF11E0A1B11AE100000000"), 1, "WORKBOOK_UNREADABLE: "),
                new Kind("pdf.xlsx", text("%PDF-1.7"), 1, "WORKBOOK_UNREADABLE: "),
                new Kind("text.xlsm", text("70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n"), 1, "WORKBOOK_UNREADABLE: "),
                new Kind("damaged.xlsx", HexFormat.of().parseHex("504B030400000000"), 1, "WORKBOOK_UNREADABLE: "),
                new Kind("missing.csv", new byte[0], 3, "no such file or directory"),
                new Kind("missing.xlsx", new byte[0], 3, "no such file or directory"));
    }

    private static Stream<Arguments> commandsAndKinds() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Kind kind : kinds()) {
            COMMANDS.forEach(command -> all.add(Arguments.of(command, kind)));
        }
        return all.stream();
    }

    @BeforeEach
    void makeFiles() throws IOException {
        SampleWorkbooks.writeTo(directory);
        MigrationAuthorisations.copyValid(directory);
        Files.writeString(directory.resolve("answers.csv"), "Row,Priority\n7,Y\n");
        Files.writeString(directory.resolve("responses.csv"), "MPxN,Outcome\n1000234567813,Rejected\n");
        Files.createDirectory(directory.resolve("outbox"));
        Files.createDirectory(directory.resolve("folder"));
    }

    private void check(String command, Kind kind) throws IOException {
        List<Path> before = files();
        for (String format : List.of("text", "json")) {
            String[] words =
                    (command + " --format " + format).formatted(kind.name()).split(" ");
            if (format.equals("json") && command.equals("answers %s")) {
                continue;
            }
            CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(words);
            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(kind.status());
            assertThat(outcome.out() + outcome.err())
                    .contains(kind.name())
                    .doesNotContainIgnoringCase("0123456789abcdef0");
            if (format.equals("text")) {
                assertThat(outcome.out() + outcome.err()).contains(kind.words());
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commandsAndKinds")
    void everyCommandReportsTheFileWithTheSameStatusAndCode(String command, Kind kind) throws IOException {
        if (!kind.name().startsWith("missing")) {
            Files.write(directory.resolve(kind.name()), kind.bytes());
        }
        check(command, kind);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void directoryInsteadOfAFileIsReported(String command) throws IOException {
        if (!command.startsWith("validate")) {
            check(command, new Kind("folder", new byte[0], 3, "folder: is a directory, not a file"));
        }
    }

    private static List<String> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void documentOfAnUnsupportedKindIsStatusThree(String command) throws IOException {
        boolean text = Stream.of("repair", "import", "reconcile").anyMatch(command::startsWith);
        boolean workbook = Stream.of("answers", "respond", "compare", "convert").anyMatch(command::startsWith);
        if (text) {
            check(command, new Kind(SampleWorkbooks.SCHEDULE, new byte[0], 3, ": a CSV file is expected here"));
        } else if (workbook) {
            check(
                    command,
                    new Kind(
                            CommandLineRun.VALID_NAME,
                            new byte[0],
                            3,
                            ": a workbook (.xlsx or .xlsm) is expected here"));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void answersOfTheWrongKindAreReportedTheSameWay(Kind kind) throws IOException {
        if (!kind.name().startsWith("missing")) {
            Files.write(directory.resolve(kind.name()), kind.bytes());
        }
        if (!kind.name().equals("empty.csv")) {
            check("respond Migration-Schedule.xlsx --answers %s --out out.xlsx", kind);
        }
    }
}
