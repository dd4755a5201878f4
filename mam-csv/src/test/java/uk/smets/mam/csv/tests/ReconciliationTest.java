package uk.smets.mam.csv.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint;
import uk.smets.mam.csv.reconcile.ReconciledMeterPoint.Status;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.model.DocumentField;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;
import uk.smets.mam.model.internal.file.SameFileException;
import uk.smets.mam.testing.MessageListing;

/** Compares DCC's validation responses with the files that were sent (clause 4, report S1MIG-010). */
class ReconciliationTest {
    private static final String HEADER = "70-B3-D5-1F-30-00-A0-01\nYES\nCGI\n";
    private static final String ELECTRICITY = "1312345678907,,,20190805,,11,Z1,12,Z1,,,,,,,,,,,,,,,,\n";
    private static final String OTHER = "2012345678385,,,20190805,,11,Z1,12,Z1,,,,,,,,,,,,,,,,\n";
    private static final String DUAL =
            "1234567890126,3938424403,,20190805,,11,Z1,12,Z1,,,,,21,Z1,22,Z1,,,,,23,Z1,24,Z1\n";
    private static final MigrationAuthorisationHeader SENT =
            new MigrationAuthorisationHeader(UserId.of("70-B3-D5-1F-30-00-A0-01"), true, Smso.CGI);

    @TempDir
    Path folder;

    private Path sent;

    @BeforeEach
    void send() throws IOException {
        sent = file("sent.csv", HEADER + ELECTRICITY + OTHER + DUAL);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, UTF_8);
    }

    private Reconciliation reconcile(String responses) throws IOException {
        return reconcile(ValidationResponses.defaults(), responses);
    }

    private Reconciliation reconcile(ValidationResponses how, String responses) throws IOException {
        return how.reconcile(List.of(sent), file("responses.csv", responses));
    }

    private static List<Long> counts(Reconciliation reconciliation) {
        List<Long> counts = new ArrayList<>();
        for (Status status : Status.values()) {
            counts.add(reconciliation.count(status));
        }
        return counts;
    }

    private static List<String> errors(Reconciliation reconciliation) {
        return reconciliation.report().findings().stream()
                .map(finding -> finding.at() + " " + finding.rule())
                .toList();
    }

    private String again(Reconciliation reconciliation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        reconciliation.writeAgain(bytes, SENT);
        return bytes.toString(UTF_8);
    }

    @Test
    void meterPointIsAcceptedOnlyIfDccAcceptedIt() throws IOException {
        Reconciliation all = reconcile("""
            MPxN,Outcome
            1312345678907,Accepted
            2012345678385,accepted
            1234567890126,Valid
            3938424403,Accepted
            """);

        assertThat(counts(all)).containsExactly(4L, 0L, 0L, 0L, 0L);
        assertThat(all.isSettled()).isTrue();
        assertThat(all.needsSendingAgain()).isFalse();
        assertThat(all.meterPoints()).isEmpty();
        assertThat(all.rows()).isEqualTo(3);
        assertThat(all.report().findings()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> again(all)).withMessage("no row has to be sent again");
    }

    @Test
    void everyStatusIsReportedWithItsPlacesAndTheTextsOfDcc() throws IOException {
        Reconciliation some = reconcile("""
            MPxN,Outcome,Active Indicator,Reason
            1312345678907,Rejected,N,Not an Active Meter
            1234567890126,Accepted,Y,
            1000000000040,Accepted,Y,
            1234567890126,Rejected,N,Withdrawn
            """);

        assertThat(counts(some)).containsExactly(0L, 1L, 2L, 1L, 1L);
        assertThat(some.isSettled()).isFalse();
        assertThat(some.meterPoints())
                .containsExactly(
                        new ReconciledMeterPoint(
                                Status.REJECTED,
                                Optional.of(Mpan.of("1312345678907")),
                                Optional.empty(),
                                Optional.of(new Location.Line("sent.csv", 4)),
                                List.of(new Location.Line("responses.csv", 2)),
                                Optional.of("N"),
                                Optional.of("Not an Active Meter")),
                        new ReconciledMeterPoint(
                                Status.UNANSWERED,
                                Optional.of(Mpan.of("2012345678385")),
                                Optional.empty(),
                                Optional.of(new Location.Line("sent.csv", 5)),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()),
                        new ReconciledMeterPoint(
                                Status.UNANSWERED,
                                Optional.empty(),
                                Optional.of(Mprn.of("3938424403")),
                                Optional.of(new Location.Line("sent.csv", 6)),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()),
                        new ReconciledMeterPoint(
                                Status.CONTRADICTORY,
                                Optional.of(Mpan.of("1234567890126")),
                                Optional.empty(),
                                Optional.of(new Location.Line("sent.csv", 6)),
                                List.of(new Location.Line("responses.csv", 3), new Location.Line("responses.csv", 5)),
                                Optional.of("N"),
                                Optional.of("Withdrawn")),
                        new ReconciledMeterPoint(
                                Status.UNKNOWN,
                                Optional.of(Mpan.of("1000000000040")),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Location.Line("responses.csv", 4)),
                                Optional.of("Y"),
                                Optional.empty()));
        assertThat(some.meterPoints()).extracting(ReconciledMeterPoint::mpxn).contains("3938424403", "1000000000040");
    }

    @Test
    void meterPointThatIsRejectedAndAcceptedIsContradictoryOnce() throws IOException {
        Reconciliation both = reconcile("""
            MPxN,Outcome
            1312345678907,Rejected
            1312345678907,Accepted
            1312345678907,Rejected
            """);

        assertThat(counts(both)).containsExactly(0L, 0L, 3L, 1L, 0L);
        assertThat(both.meterPoints())
                .filteredOn(each -> each.mpxn().equals("1312345678907"))
                .extracting(ReconciledMeterPoint::status)
                .containsExactly(Status.CONTRADICTORY);
    }

    @Test
    void repeatedAnswerIsOneAnswer() throws IOException {
        Reconciliation twice = reconcile("MPxN,Outcome\n1312345678907,Rejected\n1312345678907,Failed\n");

        assertThat(counts(twice)).containsExactly(0L, 1L, 3L, 0L, 0L);
    }

    @Test
    void columnsAreFoundByTheMappingInAnyOrderAndOtherColumnsAreIgnored() throws IOException {
        ValidationResponses mapped = ValidationResponses.defaults()
                .mapping(Map.of("Validation status", "Outcome", "Meter point", "mpxn", "Why", "Reason"));

        Reconciliation found = reconcile(
                mapped,
                "Batch;Why;Validation  Status;METER POINT\n7;dormant;Invalid;1312345678907\n;;Valid;2012345678385\n");

        assertThat(counts(found)).containsExactly(1L, 1L, 2L, 0L, 0L);
        assertThat(found.meterPoints().get(0).reason()).contains("dormant");
        assertThat(found.report().findings())
                .extracting(Finding::rule, Finding::found)
                .containsExactly(tuple(Rule.COLUMN_UNKNOWN, Optional.of("Batch")));
    }

    @Test
    void lineMayAnswerBothAnMpanAndAnMprn() throws IOException {
        Reconciliation found =
                reconcile("MPAN,MPRN,Outcome\n1234567890126,3938424403,Rejected\n1312345678907,,Valid\n");

        assertThat(counts(found)).containsExactly(1L, 2L, 1L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03938424403", "3938424403.0", " 3938424403 ", "\"=\"\"3938424403\"\"\"", "'3938424403"})
    void meterPointIsReadInEveryFormThatSpreadsheetsWrite(String mprn) throws IOException {
        Reconciliation found = reconcile("MPxN,Outcome\n" + mprn + ",Accepted\n");

        assertThat(counts(found)).containsExactly(1L, 0L, 3L, 0L, 0L);
        assertThat(found.report().findings()).isEmpty();
    }

    @Test
    void reportMayBeSavedInAnyEncoding() throws IOException {
        Path responses = folder.resolve("responses.csv");
        Files.write(
                responses, "\uFEFFMPxN\tOutcome\r\n1312345678907\tAccepted\r\n".getBytes(Charset.forName("UTF-16LE")));

        assertThat(counts(ValidationResponses.defaults().reconcile(List.of(sent), responses)))
                .containsExactly(1L, 0L, 3L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"Y, N", "OK, '  not   ok'", "Rejected, Accepted"})
    void wordsOfAnOutcomeCanBeConfigured(String accepted, String rejected) throws IOException {
        ValidationResponses configured =
                ValidationResponses.defaults().accepted(List.of(accepted)).rejected(List.of(rejected));

        Reconciliation found = reconcile(
                configured,
                "MPxN,Outcome\n1312345678907," + accepted + "\n2012345678385," + rejected.toUpperCase(Locale.ROOT)
                        + "\n");

        assertThat(counts(found)).containsExactly(1L, 1L, 2L, 0L, 0L);
    }

    @Test
    void unknownOutcomeIsAnErrorAndItsLineIsNotAnAnswer() throws IOException {
        Reconciliation found = reconcile("MPxN,Outcome\n1312345678907,Pending\n2012345678385,\n");

        assertThat(counts(found)).containsExactly(0L, 0L, 4L, 0L, 0L);
        assertThat(found.report().findings())
                .extracting(Finding::rule, Finding::severity, Finding::at, Finding::message)
                .containsExactly(
                        tuple(
                                Rule.OUTCOME_UNKNOWN,
                                Severity.ERROR,
                                new Location.Field("responses.csv", 2, 4, "Outcome"),
                                MessageListing.pinned(Rule.OUTCOME_UNKNOWN, "response with another word")),
                        tuple(
                                Rule.OUTCOME_UNKNOWN,
                                Severity.ERROR,
                                new Location.Field("responses.csv", 3, 4, "Outcome"),
                                MessageListing.pinned(Rule.OUTCOME_UNKNOWN, "response without an outcome")));
        assertThat(found.report().findings().get(0).found()).contains("Pending");
        assertThat(found.isSettled()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> again(found))
                .withMessage("the responses have errors: correct them and reconcile again");
        assertThat(reconcile(
                                ValidationResponses.defaults()
                                        .options(ValidationOptions.defaults().without(Rule.OUTCOME_UNKNOWN)),
                                "MPxN,Outcome\n1312345678907,Pending\n")
                        .report()
                        .errors())
                .isOne();
    }

    @Test
    void unusableLineIsAnErrorAndTheOthersAreRead() throws IOException {
        Reconciliation found = reconcile("""
            MPxN,Outcome,Reason
            131234567890,Accepted,
            1.31235E+12,Accepted,
            ,Accepted,
            1312345678907,Rejected,not, quoted
            2012345678385,Rejected,"open
            1234567890126,Accepted,
            """);

        assertThat(errors(found))
                .containsExactly(
                        "responses.csv:2: field 1 (MPxN) MPRN_FORMAT",
                        "responses.csv:3: field 1 (MPxN) MPRN_FORMAT",
                        "responses.csv:4 MPXN_MISSING",
                        "responses.csv:5 FIELD_COUNT",
                        "responses.csv:6 QUOTING");
        assertThat(found.count(Status.ACCEPTED)).isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Outcome,Reason        | responses without a column for the meter point
        MPxN,Status           | responses without a column for the outcome
        """)
    void responsesWithoutANecessaryColumnAreRefused(String headings, String sample) throws IOException {
        Path responses = file("responses.csv", headings + "\nx,y\n");

        InvalidDocumentException refusal = catchThrowableOfType(
                InvalidDocumentException.class,
                () -> ValidationResponses.defaults().reconcile(List.of(sent), responses));

        assertThat(refusal.report().findings())
                .filteredOn(finding -> finding.rule() == Rule.COLUMN_MISSING)
                .extracting(Finding::message)
                .containsExactly(MessageListing.pinned(Rule.COLUMN_MISSING, sample));
    }

    @Test
    void mappedHeadingWithoutAColumnIsAnErrorThatNamesTheMostSimilar() throws IOException {
        Path responses = file("responses.csv", "MPxN,Validation statuss\n1312345678907,Valid\n");
        ValidationResponses mapped = ValidationResponses.defaults().mapping(Map.of("Validation status", "Outcome"));

        InvalidDocumentException refusal =
                catchThrowableOfType(InvalidDocumentException.class, () -> mapped.reconcile(List.of(sent), responses));

        assertThat(refusal.report().findings())
                .filteredOn(finding -> finding.rule() == Rule.COLUMN_MISSING)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("nearest", "\"Validation statuss\""));
    }

    @Test
    void emptyResponsesAreRefused() throws IOException {
        Path responses = file("responses.csv", "\n");

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> ValidationResponses.defaults().reconcile(List.of(sent), responses))
                .satisfies(refusal -> assertThat(refusal.report().counts()).containsOnlyKeys(Rule.FILE_EMPTY));
    }

    @Test
    void mappingToAnUnknownFieldIsRejectedWithTheFieldsToChooseFrom() {
        assertThat(ValidationResponses.fields())
                .extracting(DocumentField::name)
                .containsExactly("MPxN", "MPAN", "MPRN", "Outcome", "Active Indicator", "Reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidationResponses.defaults().mapping(Map.of("Status", "Result")))
                .withMessage("mapping: \"Status\" to \"Result\", which is not a field; the fields are MPxN (mpxn), MPAN"
                        + " (mpan), MPRN (mprn), Outcome (outcome), Active Indicator (activeIndicator), Reason"
                        + " (reason)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidationResponses.defaults().accepted(List.of(" ")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValidationResponses.defaults().reconcile(List.of(), sent))
                .withMessage("sent: at least one Migration Authorisation");
    }

    @Test
    void migrationAuthorisationWithErrorsIsRefused() throws IOException {
        Path wrong = file("wrong.csv", HEADER + ELECTRICITY.replace("20190805", "20190806"));
        Path responses = file("responses.csv", "MPxN,Outcome\n1312345678907,Valid\n");

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> ValidationResponses.defaults().reconcile(List.of(sent, wrong), responses))
                .satisfies(refusal -> assertThat(refusal.report().findings())
                        .extracting(finding -> finding.at().file() + " " + finding.rule())
                        .contains("wrong.csv MIGRATION_WEEK_NOT_MONDAY"));
    }

    @Test
    void rejectedAndUnansweredRowsAreWrittenToBeSentAgain() throws IOException {
        Reconciliation some = reconcile("""
            MPxN,Outcome
            1312345678907,Rejected
            2012345678385,Accepted
            1234567890126,Accepted
            """);
        Path out = folder.resolve("MA_CGI_70-B3-D5-1F-30-00-A0-01_20190807_090000.csv");

        WrittenFile written = some.writeAgain(out, some.header().orElseThrow());

        assertThat(written.rows()).isEqualTo(2);
        assertThat(out).hasContent(HEADER + ELECTRICITY + DUAL);
        assertThat(MigrationAuthorisation.validate(out).isSound()).isTrue();
        assertThat(again(some)).isEqualTo(HEADER + ELECTRICITY + DUAL);
    }

    @Test
    void rowWithContradictoryAnswersIsNotSentAgain() throws IOException {
        Reconciliation some = reconcile("""
            MPxN,Outcome
            1312345678907,Rejected
            1312345678907,Accepted
            2012345678385,Accepted
            1234567890126,Accepted
            """);

        assertThat(again(some)).isEqualTo(HEADER + DUAL);
    }

    @Test
    void outputIsNotAnInputAndMayHaveAnotherHeader() throws IOException {
        Reconciliation some = reconcile("MPxN,Outcome\n1312345678907,Rejected\n");

        assertThatExceptionOfType(SameFileException.class).isThrownBy(() -> some.writeAgain(sent, SENT));
        assertThatExceptionOfType(SameFileException.class)
                .isThrownBy(() -> some.writeAgain(folder.resolve("responses.csv"), SENT));
        assertThat(sent).hasContent(HEADER + ELECTRICITY + OTHER + DUAL);
        Path out = folder.resolve("again.csv");
        some.writeAgain(out, new MigrationAuthorisationHeader(UserId.of("A1-B2-C3-D4-E5-F6-A7-B8"), false, Smso.BRG));
        assertThat(out).hasContent("A1-B2-C3-D4-E5-F6-A7-B8\nNO\nBRG\n" + ELECTRICITY + OTHER + DUAL);
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().endsWith(".part"));
    }

    @Test
    void severalFilesAreReconciledTogetherAndTheirMeterPointsKeepTheirPlaces() throws IOException {
        Path second = file(
                "second.csv", HEADER.replace("CGI", "BRG") + "1000000000040,,,20190805,,11,Z1,12,Z1,,,,,,,,,,,,,,,,\n");
        Path responses = file("responses.csv", "MPxN,Outcome\n1000000000040,Rejected\n1312345678907,Accepted\n");

        Reconciliation both = ValidationResponses.defaults().reconcile(List.of(sent, second), responses);

        assertThat(counts(both)).containsExactly(1L, 1L, 3L, 0L, 0L);
        assertThat(both.meterPoints().get(0).sent()).contains(new Location.Line("second.csv", 4));
        assertThat(both.header()).isEmpty();
        assertThat(both.rows()).isEqualTo(4);
    }

    @Test
    void fileThatChangedAfterItWasReconciledIsNotWrittenAgain() throws IOException {
        Reconciliation some = reconcile("MPxN,Outcome\n1312345678907,Rejected\n");
        Files.writeString(sent, HEADER + ELECTRICITY.replace("1312345678907", "1000000000040"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> some.writeAgain(folder.resolve("again.csv"), SENT))
                .withMessageEndingWith("sent.csv has changed since it was reconciled: reconcile it again");
        assertThat(folder.resolve("again.csv")).doesNotExist();
    }

    @Test
    void filesHaveTheGivenNamesAndMeterPointsAreLimitedByTheOptions() throws IOException {
        ValidationResponses few = ValidationResponses.defaults()
                .options(ValidationOptions.defaults().findingsKept(1))
                .named(input -> "in/" + input.name());

        Reconciliation found = reconcile(few, "MPxN,Outcome\n1312345678907,Rejected\n2012345678385,Rejected\n");

        assertThat(found.count(Status.REJECTED)).isEqualTo(2);
        assertThat(found.meterPoints())
                .extracting(ReconciledMeterPoint::status)
                .containsExactly(Status.REJECTED, Status.UNANSWERED);
        assertThat(found.meterPoints().get(0).sent()).contains(new Location.Line("in/sent.csv", 4));
        assertThat(found.meterPoints().get(0).answers()).containsExactly(new Location.Line("in/responses.csv", 2));
    }
}
