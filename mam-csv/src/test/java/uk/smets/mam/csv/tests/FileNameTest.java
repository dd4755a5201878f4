package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** The name of a file and its agreement with the header (clause 7.2.1). */
class FileNameTest {
    @TempDir
    private Path folder;

    private ValidationReport report(String name, byte[] content) throws IOException {
        return MigrationAuthorisation.validate(Files.write(folder.resolve(name), content));
    }

    private List<String> found(String name) throws IOException {
        return Lines.found(report(name, Lines.file(Lines.dualFuel())));
    }

    @Test
    void validNameThatAgreesWithTheHeaderHasNoFinding() throws IOException {
        assertThat(found("MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ma.csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.CSV",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181307_134412.csv",
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_246060.csv",
                "MA_BTG_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv",
                "MA_CGI_70-b3-d5-1f-30-00-a0-01_20181207_134412.csv",
                "MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv"
            })
    void nameInAnotherFormIsAWarning(String name) throws IOException {
        assertThat(found(name)).containsExactly("file WARNING FILE_NAME_FORMAT");
    }

    @Test
    void nameWithAnotherSmsoOrUserIdIsAnErrorThatNamesBoth() throws IOException {
        ValidationReport report =
                report("MA_EDM_70-B3-D5-1F-30-00-A0-02_20181207_134412.csv", Lines.file(Lines.dualFuel()));

        assertThat(Lines.found(report)).containsExactly("file ERROR FILE_NAME_MISMATCH");
        assertThat(Lines.onlyMessage(report))
                .containsSubsequence("EDM", "70-B3-D5-1F-30-00-A0-02", "CGI", "70-B3-D5-1F-30-00-A0-01");
        assertThat(found("MA_EDM_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv"))
                .containsExactly("file ERROR FILE_NAME_MISMATCH");
        assertThat(found("MA_CGI_70-B3-D5-1F-30-00-A0-00_20181207_134412.csv"))
                .containsExactly("file ERROR FILE_NAME_MISMATCH");
    }

    @Test
    void readableFieldsOfAnInvalidHeaderAreComparedWithTheName() throws IOException {
        String name = "MA_EDM_70-B3-D5-1F-30-00-A0-02_20181207_134412.csv";
        ValidationReport otherLine = report(name, withHeader(Lines.HEADER.replace("YES", "no")));
        ValidationReport noSmso = report(name, withHeader(Lines.HEADER.replace("CGI", "INF")));
        ValidationReport noUserId = report(name, withHeader(Lines.HEADER.replace("70-", "7-")));

        assertThat(Lines.found(otherLine))
                .containsExactly("file ERROR FILE_NAME_MISMATCH", "2:2 ERROR COMMISSIONED_BY_DCC");
        assertThat(mismatch(noSmso))
                .containsSubsequence("70-B3-D5-1F-30-00-A0-02", "70-B3-D5-1F-30-00-A0-01")
                .doesNotContain("EDM", "CGI");
        assertThat(mismatch(noUserId)).containsSubsequence("EDM", "CGI").doesNotContain("70-B3");
    }

    @Test
    void unreadableFieldOfTheHeaderIsNotComparedWithTheName() throws IOException {
        assertThat(Lines.found(report(
                        "MA_EDM_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv",
                        withHeader(Lines.HEADER.replace("CGI", "INF")))))
                .containsExactly("3:3 ERROR SMSO_UNKNOWN");
    }

    private static byte[] withHeader(String header) {
        return Lines.bytes(header + Lines.dualFuel().line() + "\n");
    }

    private static String mismatch(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.rule() == Rule.FILE_NAME_MISMATCH)
                .findFirst()
                .orElseThrow()
                .message();
    }

    @Test
    void nameForFindingsDoesNotReplaceTheNameThatIsChecked() throws IOException {
        Path file = Files.write(folder.resolve("ma.csv"), Lines.file(Lines.dualFuel()));
        ValidationReport report = MigrationAuthorisation.validate(
                file, ValidationOptions.defaults().named("upload 7"));

        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString()).startsWith("upload 7: WARNING FILE_NAME_FORMAT"));
    }

    @Test
    void namesOfBytesAndStreamsAreChecked() throws IOException {
        byte[] content = Lines.file(Lines.dualFuel());
        String otherSmso = "MA_SCM_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv";

        assertThat(Lines.found(MigrationAuthorisation.validate(Input.of(content, otherSmso))))
                .containsExactly("file ERROR FILE_NAME_MISMATCH");
        InputStream stream = new ByteArrayInputStream(content);
        assertThat(Lines.found(MigrationAuthorisation.validate(Input.of(stream, otherSmso))))
                .containsExactly("file ERROR FILE_NAME_MISMATCH");
        assertThat(Lines.found(MigrationAuthorisation.validate(Input.of(content, "ma.csv"))))
                .containsExactly("file WARNING FILE_NAME_FORMAT");
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationAuthorisation.parse(Input.of(content, otherSmso)));
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> MigrationAuthorisation.open(Input.of(content, otherSmso)));
    }

    @Test
    void fileIsParsedFromItsPath() throws IOException {
        byte[] content = Lines.file(Lines.dualFuel());
        Path file = Files.write(folder.resolve("ma.csv"), content);

        assertThat(MigrationAuthorisation.parse(file))
                .isEqualTo(Unnamed.parse(Files.newInputStream(file)))
                .isEqualTo(Unnamed.parse(content));
        assertThat(MigrationAuthorisation.validate(file)).isNotNull();
        assertThat(Lines.found(Unnamed.validate(Files.newInputStream(file)))).isEmpty();
    }
}
