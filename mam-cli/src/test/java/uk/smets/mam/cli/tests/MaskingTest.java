package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.csv.MigrationAuthorisation;

/** {@code --mask}: no output of a command contains a meter point, in whichever column it is; and no MD5 is ever printed. */
class MaskingTest {
    /** One with a known distributor and one without; both have a wrong check digit. */
    private static final List<String> METER_POINTS = List.of("1312345678901", "9912345678901");

    private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

    @TempDir
    private Path directory;

    private CommandLineRun.Outcome run(String... arguments) {
        return CommandLineRun.in(directory).run(arguments);
    }

    static Stream<Arguments> meterPointsInEveryColumn() {
        return METER_POINTS.stream()
                .flatMap(mpan -> Stream.of(
                                mpan, "=\"" + mpan + "\"", mpan + ".0", " " + mpan, "13 1234 5678 901", "x" + mpan)
                        .flatMap(text -> IntStream.rangeClosed(
                                        1, MigrationAuthorisation.fields().size())
                                .mapToObj(field -> Arguments.of(field, text))));
    }

    @ParameterizedTest
    @MethodSource("meterPointsInEveryColumn")
    void maskedOutputContainsNoMeterPointOfAnyColumn(int field, String text) throws IOException {
        Files.write(
                directory.resolve("ma.csv"),
                MigrationAuthorisations.withFirstRow(field, '"' + text.replace("\"", "\"\"") + '"'));
        for (List<String> command : List.of(
                List.of("validate", "--mask", "ma.csv"),
                List.of("validate", "--mask", "--format", "json", "ma.csv"),
                List.of("repair", "--mask", "ma.csv", "out.csv"),
                List.of("repair", "--mask", "--format", "json", "ma.csv", "out.csv"),
                List.of("show", "ma.csv"))) {
            CommandLineRun.Outcome outcome = run(command.toArray(String[]::new));
            assertThat(outcome.out() + outcome.err())
                    .as("mam %s", String.join(" ", command))
                    .doesNotContain("12345678", "1234 5678")
                    .doesNotContainPattern("(?<![0-9])99 ");
        }
    }

    @Test
    void messageContainsNoDigitsOfTheMpan() throws IOException {
        Files.write(directory.resolve("ma.csv"), MigrationAuthorisations.withFirstRow(1, "9912345678901"));
        assertThat(run("validate", "--mask", "ma.csv").lines())
                .filteredOn(line -> line.contains(": field 1 (MPAN): WARNING MPAN_DISTRIBUTOR: "))
                .singleElement()
                .asString()
                .endsWith(" [found \"*************\"]")
                .doesNotContain("99");
    }

    static Stream<Arguments> columns() {
        return IntStream.rangeClosed(1, MigrationAuthorisation.fields().size()).mapToObj(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void possibleMd5IsNeverPrinted(int field) throws IOException {
        Files.write(directory.resolve("ma.csv"), MigrationAuthorisations.withFirstRow(field, " " + MD5));
        for (List<String> command : List.of(
                List.of("validate", "ma.csv"),
                List.of("validate", "--format", "json", "ma.csv"),
                List.of("repair", "ma.csv", "out.csv"),
                List.of("repair", "--format", "json", "ma.csv", "out.csv"))) {
            CommandLineRun.Outcome outcome = run(command.toArray(String[]::new));
            assertThat(outcome.out() + outcome.err())
                    .as("mam %s", String.join(" ", command))
                    .doesNotContain(MD5.substring(0, 20))
                    .contains("********************************");
        }
    }
}
