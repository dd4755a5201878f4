package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.csv.report.ReportText;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;

class ReportTest {
    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.BRG);

    private static final Finding FINDING = new Finding(
            Rule.PRIORITY_VALUE,
            Severity.ERROR,
            new Location.Field("ma.csv", 4, 5, "Priority"),
            Optional.of("a\"\\b\t\u001B\u00E9\u200B\uD83D\uDE00\u007F"),
            "write Y in upper case",
            true);

    private static final ValidationReport AUTHORISATION = new ValidationReport(
            DocumentKind.MIGRATION_AUTHORISATION,
            Optional.of(HEADER),
            1_200,
            Map.of(
                    Rule.PRIORITY_VALUE,
                    Map.of(Severity.ERROR, 1_500L),
                    Rule.MPXN_DUPLICATE,
                    Map.of(Severity.WARNING, 1L, Severity.INFO, 2L)),
            3,
            List.of(FINDING));

    private static final ValidationReport SCHEDULE = new ValidationReport(
            DocumentKind.MIGRATION_SCHEDULE,
            Optional.of(new NotificationHeader(
                    "A \u202EB",
                    List.of(SecPartySignifier.of("EXSUPP")),
                    List.of(MarketParticipantId.of("EXPL"), MarketParticipantId.of("EXG")),
                    Smso.CGI)),
            0,
            Map.of(),
            0,
            List.of());

    private static final String AUTHORISATION_JSON = """
        {
          "file" : "in/ma.csv",
          "document" : "MIGRATION_AUTHORISATION",
          "header" : {
            "userId" : "70-B3-D5-1F-30-00-A0-01",
            "commissionedByDcc" : true,
            "smso" : "BRG"
          },
          "rows" : 1200,
          "errors" : 1500,
          "warnings" : 1,
          "counts" : {
            "MPXN_DUPLICATE" : 3,
            "PRIORITY_VALUE" : 1500
          },
          "severities" : {
            "MPXN_DUPLICATE" : {
              "WARNING" : 1,
              "INFO" : 2
            },
            "PRIORITY_VALUE" : {
              "ERROR" : 1500
            }
          },
          "repairable" : 3,
          "findings" : [
            {
              "rule" : "PRIORITY_VALUE",
              "severity" : "ERROR",
              "line" : 4,
              "field" : 5,
              "fieldName" : "Priority",
              "found" : "a\\"\\\\b\\t\\u001B\u00E9\\u200B\\uD83D\\uDE00\\u007F",
              "message" : "write Y in upper case",
              "repairable" : true
            }
          ]
        }\
        """;

    private static final String SCHEDULE_JSON = """
        {
          "file" : "s.xlsx",
          "document" : "MIGRATION_SCHEDULE",
          "header" : {
            "name" : "A \\u202EB",
            "secPartySignifiers" : [
              "EXSUPP"
            ],
            "marketParticipantIds" : [
              "EXPL",
              "EXG"
            ],
            "smso" : "CGI"
          },
          "rows" : 0,
          "errors" : 0,
          "warnings" : 0,
          "counts" : { },
          "severities" : { },
          "repairable" : 0,
          "findings" : [ ]
        }\
        """;

    @Test
    void jsonOfAReportHasThePublishedMembersInTheirOrder() {
        assertThat(ReportJson.of("in/ma.csv", AUTHORISATION)).isEqualTo(AUTHORISATION_JSON);
        assertThat(ReportJson.of("s.xlsx", SCHEDULE)).isEqualTo(SCHEDULE_JSON);
    }

    @Test
    void jsonIsWrittenToAStreamInUtf8() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ReportJson.write(stream, "in/ma.csv", AUTHORISATION);
        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo(AUTHORISATION_JSON + "\n");
    }

    @Test
    void jsonOfSeveralFilesIsOneObject() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ReportJson json = ReportJson.to(stream);
        try (json) {
            json.file("in/ma.csv", AUTHORISATION);
            assertThat(stream.size()).isGreaterThan(AUTHORISATION_JSON.length());
            json.file("s.xlsx", SCHEDULE);
        }
        json.close();
        assertThat(stream.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"files\" : [\n"
                        + AUTHORISATION_JSON.indent(4).stripTrailing() + ",\n"
                        + SCHEDULE_JSON.indent(4).stripTrailing() + "\n  ]\n}\n");
    }

    @Test
    void jsonOfNoFileHasAnEmptyList() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ReportJson.to(stream).close();
        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("{\n  \"files\" : [ ]\n}\n");
    }

    @Test
    void noFileCanBeAddedAfterTheEnd() throws IOException {
        ReportJson json = ReportJson.to(OutputStream.nullOutputStream());
        json.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> json.file("s.xlsx", SCHEDULE))
                .withMessage("the report is closed");
    }

    @Test
    void failureOfTheStreamIsThrown() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ReportJson.write(full, "s.xlsx", SCHEDULE))
                .withMessage("no space left");
    }

    @Test
    void jsonOfAFindingInAWorkbookNamesSheetAndCell() {
        Finding finding = new Finding(
                Rule.MPAN_FORMAT,
                Severity.ERROR,
                new Location.Cell("s.xlsx", "Sheet 1", "A7", OptionalInt.of(1), Optional.of("MPAN")),
                Optional.empty(),
                "13 digits");
        assertThat(ReportJson.of(finding)).isEqualTo("""
            {
              "rule" : "MPAN_FORMAT",
              "severity" : "ERROR",
              "sheet" : "Sheet 1",
              "cell" : "A7",
              "field" : 1,
              "fieldName" : "MPAN",
              "message" : "13 digits"
            }\
            """);
        assertThat(ReportText.of(finding)).isEqualTo("s.xlsx: Sheet 1!A7 (MPAN): ERROR MPAN_FORMAT: 13 digits");
    }

    @Test
    void jsonOfAHeaderIsAnObject() {
        assertThat(ReportJson.of(HEADER)).isEqualTo("""
            {
              "userId" : "70-B3-D5-1F-30-00-A0-01",
              "commissionedByDcc" : true,
              "smso" : "BRG"
            }\
            """);
    }

    @Test
    void textOfAReportHasALineForEachFindingAndASummary() {
        assertThat(ReportText.of("in/ma.csv", AUTHORISATION)).isEqualTo("""
            ma.csv:4: field 5 (Priority): ERROR PRIORITY_VALUE: write Y in upper case ('mam repair' repairs it) \
            [found "a\\"\\\\b\\t\\x1B\u00E9\\u{200B}\uD83D\uDE00\\x7F"]

            in/ma.csv
              Migration Authorisation of 70-B3-D5-1F-30-00-A0-01, SMSO BRG, commissioned by DCC: YES
              1,200 rows, 1,500 errors, 1 warning
              ERROR    PRIORITY_VALUE                  1,500
              WARNING  MPXN_DUPLICATE                      1
              INFO     MPXN_DUPLICATE                      2
              1,502 findings not listed above
            """);
    }

    @Test
    void textOfAReportWithoutFindingsIsItsSummary() {
        assertThat(ReportText.of("s.xlsx", SCHEDULE))
                .isEqualTo("s.xlsx\n  Migration Schedule for A \\u{202E}B, SMSO CGI\n  0 rows, 0 errors, 0 warnings\n")
                .isEqualTo(ReportText.summary("s.xlsx", SCHEDULE));
    }

    @Test
    void textOfAFileWithoutAReadableHeaderStatesThat() {
        ValidationReport report =
                new ValidationReport(DocumentKind.MIGRATION_AUTHORISATION, Optional.empty(), 0, Map.of(), 0, List.of());
        assertThat(ReportText.of("a\nb", report))
                .isEqualTo("a\\nb\n  The header cannot be read.\n  0 rows, 0 errors, 0 warnings\n");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> ReportJson.of(null, SCHEDULE))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> ReportJson.of("a", null))
                .withMessage("report");
        assertThatNullPointerException()
                .isThrownBy(() -> ReportJson.of((Finding) null))
                .withMessage("finding");
        assertThatNullPointerException().isThrownBy(() -> ReportJson.to(null)).withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> ReportText.of("a", null))
                .withMessage("report");
        assertThatNullPointerException()
                .isThrownBy(() -> ReportText.of((Finding) null))
                .withMessage("finding");
    }
}
