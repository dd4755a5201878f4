package uk.smets.mam.cli.tests;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.xlsx.MigrationSchedule;

/** Answers files in the forms in which spreadsheet programs save them. */
class AnswersFileTest {
    private static final String SCHEDULE = SampleWorkbooks.SCHEDULE;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path directory;

    @BeforeEach
    void writeSchedule() {
        SampleWorkbooks.writeTo(directory);
    }

    private CommandLineRun.Outcome respond(byte[] answers) throws IOException {
        Files.write(directory.resolve("answers.csv"), answers);
        return CommandLineRun.in(directory)
                .run("respond", SCHEDULE, "--answers", "answers.csv", "--out", "response.xlsx");
    }

    static Stream<Arguments> waysToSaveAFile() {
        return Stream.of(",", ";", "\t")
                .flatMap(delimiter -> Stream.of(
                        Arguments.of(delimiter, UTF_8, ""),
                        Arguments.of(delimiter, UTF_8, "\uFEFF"),
                        Arguments.of(delimiter, UTF_16LE, "\uFEFF"),
                        Arguments.of(delimiter, UTF_16BE, "\uFEFF"),
                        Arguments.of(delimiter, UTF_16LE, ""),
                        Arguments.of(delimiter, WINDOWS, "")));
    }

    @ParameterizedTest
    @MethodSource("waysToSaveAFile")
    void answersAreReadInAnyEncodingAndWithAnyDelimiter(String delimiter, Charset encoding, String mark)
            throws IOException {
        String text = String.join(
                "\r\n",
                "Row;Priority;ESME Supplier Certificate Id (Critical) \u2013 Serial Number".replace(";", delimiter),
                "8;Y;".replace(";", delimiter),
                "");
        CommandLineRun.Outcome outcome = respond((mark + text).getBytes(encoding));
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("1 row answered, 1 field changed");
        assertThat(MigrationSchedule.parse(directory.resolve("response.xlsx"))
                        .rows()
                        .get(1)
                        .priority())
                .isTrue();
    }

    @Test
    void invalidLinesAreReportedByNumber() throws IOException {
        CommandLineRun.Outcome outcome = respond("Row,Priority\n7,Y\"x\n\n8,\"Y\n9,Y\n10,Y,Z\n".getBytes(UTF_8));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        stray -> assertThat(stray)
                                .startsWith("mam: answers.csv:2: ")
                                .contains("quote"),
                        open -> assertThat(open)
                                .startsWith("mam: answers.csv:4: ")
                                .contains("quote"),
                        more -> assertThat(more).startsWith("mam: answers.csv:6: the line has 3 values"),
                        last -> assertThat(last).isEqualTo("mam: response.xlsx is not written"));
    }

    @Test
    void undecodableByteIsReportedWithoutAJvmMessage() throws IOException {
        byte[] answers = "Row,Priority\n7,Y\n8,X\n".getBytes(UTF_8);
        answers[answers.length - 2] = (byte) 0x81;
        assertThat(respond(answers).err())
                .startsWith("mam: answers.csv:3: Priority: write Y in upper case")
                .doesNotContain("Input length");
    }

    @Test
    void disagreeingRowAndMpanAreAnErrorWithBothValues() throws IOException {
        CommandLineRun.Outcome outcome = respond("Row,MPAN,Priority\n7,2278676232781,Y\n".getBytes(UTF_8));
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("Migration Schedule!A7 (MPAN): ERROR ANSWER_WITHOUT_ROW: answers.csv:2 ")
                .containsPattern("\\[found \"2278676232781\\b.*\\b1312345678907\"]");
        assertThat(directory.resolve("response.xlsx")).doesNotExist();
    }

    @Test
    void twoAnswersToOneRowAreReportedWithBothLines() throws IOException {
        assertThat(respond("Row,Priority\n7,Y\n7,-\n".getBytes(UTF_8)).err())
                .startsWith("mam: answers.csv:3: ")
                .contains("answers.csv:2");
    }

    @Test
    void workbookInsteadOfAnswersIsReported() throws IOException {
        assertThat(respond(Files.readAllBytes(directory.resolve(SCHEDULE))).err())
                .contains("this is a workbook (Migration Schedule): a CSV file is expected here");
    }
}
