package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command line ends with one of the four exit statuses and a message, and never with an internal error. By default each option is
 * tried with every value in one command, and with some of the values in the other commands; {@code -Dmam.mutations=all} tries all.
 */
class UnusualArgumentsTest {
    private static final List<String> COMMANDS = List.of(
            "validate " + CommandLineRun.VALID_NAME,
            "repair " + CommandLineRun.VALID_NAME + " out.csv",
            "import extract.csv out.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI --commissioned-by-dcc NO",
            "reconcile " + CommandLineRun.VALID_NAME + " responses.csv",
            "show " + CommandLineRun.VALID_NAME,
            "answers Migration-Schedule.xlsx",
            "respond Migration-Schedule.xlsx --answers answers.csv --out out.xlsx",
            "compare Migration-Schedule.xlsx Migration-Schedule.xlsx",
            "convert Migration-Schedule.xlsx out.csv",
            "seal " + CommandLineRun.VALID_NAME + " --p12 key.p12 --pin-file pin --out outbox",
            "seal " + CommandLineRun.VALID_NAME + " --pkcs11 no-library.so --token T --pin-file pin --out outbox",
            "open archive.zip --password-file pin --trust trust --out inbox",
            "password " + CommandLineRun.VALID_NAME + " --user-id 70-B3-D5-1F-30-00-A0-01",
            "verify pin --trust trust",
            "cert certificates",
            "week 2019-08-07",
            "rules MPAN_FORMAT");

    /** None of these is a path outside the directory of the test. */
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "--",
            "a\0b",
            "\ud800",
            "\ud83d\udca5",
            "\u202e\u001b[2J",
            "a\nb",
            "a\"b'c",
            "lib.so\nslotListIndex = 1",
            "x".repeat(5000),
            "missing/x".repeat(40),
            "-1",
            "99999999999999999999999999",
            "0000-00-00",
            "2019-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00+18:00",
            "2019-08-01T09:30:00",
            "MPAN_FORMAT,,",
            "=",
            "a=b=c",
            "%s%n",
            "00-00-00-00-00-00-00-00",
            "a*b?<>|");

    private static final boolean ALL = "all".equals(System.getProperty("mam.mutations"));

    /** The number of values that are tried with an option that is not tried with all of them. */
    private static final int SUBSET_SIZE = 4;

    private static final Set<String> TRIED_WITH_ALL_VALUES = ConcurrentHashMap.newKeySet();

    private static final Pattern OPTION = Pattern.compile("(--[a-z0-9-]+)=");

    @TempDir
    private Path directory;

    private static List<String> commands() {
        return COMMANDS;
    }

    private void makeFiles() throws IOException {
        SampleKeys.writeTo(directory);
        SampleWorkbooks.writeTo(directory);
        MigrationAuthorisations.copyValid(directory);
        Files.copy(CommandLineRun.SAMPLES.resolve("extract.csv"), directory.resolve("extract.csv"));
        Files.createDirectory(directory.resolve("outbox"));
        Files.createDirectory(directory.resolve("inbox"));
        Files.writeString(directory.resolve("pin"), SampleKeys.PASSWORD);
        Files.writeString(directory.resolve("responses.csv"), "MPxN,Outcome\n1000234567813,Rejected\n");
        Files.writeString(directory.resolve("answers.csv"), "MPAN,Priority\n2012345678385,Y\n");
    }

    private void check(List<String> words) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(words.toArray(String[]::new));
        assertThat(outcome.status()).as("%s", words).isBetween(0, 3);
        assertThat(outcome.err())
                .as("%s", words)
                .doesNotContainIgnoringCase("internal error")
                .doesNotContain("Exception", "java.", "sun.", "picocli")
                .matches("[^\\p{Cc}\\p{Cf}&&[^\\n]]*");
        if (!words.contains("-")) {
            assertThat(outcome.err().lines()).as("%s", words).allMatch(line -> line.matches("(mam: |Try 'mam).*"));
        }
        assertThat(outcome.out()).as("%s", words).doesNotContain("internal error", "Exception: ");
    }

    /** Returns the values to try: different ones for each turn, unless all are tried. */
    private static List<String> values(int turn, boolean all) {
        return ALL || all
                ? VALUES
                : IntStream.range(0, SUBSET_SIZE)
                        .mapToObj(i -> VALUES.get((turn * SUBSET_SIZE + i) % VALUES.size()))
                        .toList();
    }

    /** Returns the options that take a value, from the help of a command. */
    private List<String> options(String command) {
        return OPTION.matcher(CommandLineRun.in(directory)
                        .run(command.substring(0, command.indexOf(' ')), "--help")
                        .out())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unusualOptionValueCausesNoInternalError(String command) throws IOException {
        makeFiles();
        List<String> options = options(command);
        assertThat(options).isNotEmpty();
        int turn = COMMANDS.indexOf(command);
        for (String option : options) {
            for (String value : values(turn++, TRIED_WITH_ALL_VALUES.add(option))) {
                List<String> words = new ArrayList<>(List.of(command.split(" ")));
                int named = words.indexOf(option);
                if (named >= 0) {
                    words.set(named + 1, value);
                } else {
                    words.addAll(List.of(option, value));
                }
                check(words);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unusualArgumentCausesNoInternalError(String command) throws IOException {
        makeFiles();
        String[] words = command.split(" ");
        for (int i = 1; i < words.length && !words[i].startsWith("--"); i++) {
            for (String value : VALUES) {
                List<String> changed = new ArrayList<>(Arrays.asList(words));
                changed.set(i, value);
                check(changed);
            }
        }
        VALUES.forEach(value ->
                check(Stream.concat(Arrays.stream(words), Stream.of(value)).toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate --help",
                "--help frobnicate",
                "frobnicate --version",
                "validat --help",
                "validate --frobnicate --help",
                "week 2019-08-07 extra --help",
                "help frobnicate",
                "help validate extra",
                "--frobnicate",
                "--help --frobnicate"
            })
    void unknownWordWithHelpIsWrongUsage(String command) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(command.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("mam: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "validate --help", "help validate", "help", "--version"})
    void validHelpRequestIsStatusZero(String command) {
        CommandLineRun.Outcome outcome = CommandLineRun.in(directory).run(command.split(" "));
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
    }
}
