package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.DocumentHeader;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
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

class InvalidDocumentExceptionTest {
    private static final Finding WARNING = finding(Rule.MPAN_CHECK_DIGIT, Severity.WARNING, 4);
    private static final Finding FIRST = finding(Rule.MPAN_FORMAT, Severity.ERROR, 5);
    private static final Finding SECOND = finding(Rule.MPAN_FORMAT, Severity.ERROR, 6);

    @Test
    void messageIsTheOnlyError() {
        assertThat(exception(1, List.of(WARNING, FIRST)))
                .hasMessage("ma.csv:5: field 1 (MPAN): ERROR MPAN_FORMAT: write 13 digits");
    }

    @Test
    void messageNamesTheFirstErrorAndTheNumberOfTheOthers() {
        assertThat(exception(2, List.of(WARNING, FIRST, SECOND)))
                .hasMessage("ma.csv:5: field 1 (MPAN): ERROR MPAN_FORMAT: write 13 digits (and 1 more error)");
        assertThat(exception(70_000, List.of(FIRST, SECOND)))
                .hasMessage("ma.csv:5: field 1 (MPAN): ERROR MPAN_FORMAT: write 13 digits (and 69999 more errors)");
    }

    @Test
    void errorsThatWereOnlyCountedAreStillSpokenOf() {
        assertThat(exception(1, List.of())).hasMessage("the document has errors");
        assertThat(exception(3, List.of(WARNING))).hasMessage("the document has errors (and 2 more errors)");
    }

    @Test
    void messageNeverRepeatsAMeterPoint() {
        assertThat(exception(2, List.of(FIRST, SECOND)).getMessage()).doesNotContain("131234567890");
    }

    @Test
    void everyFindingIsInTheReport() {
        assertThat(exception(2, List.of(WARNING, FIRST, SECOND)).report().findings())
                .containsExactly(WARNING, FIRST, SECOND);
    }

    static Stream<DocumentHeader> headers() {
        UserId userId = UserId.of("70-B3-D5-1F-30-00-A0-01");
        return Stream.of(
                new MigrationAuthorisationHeader(userId, true, Smso.CGI),
                new NotificationHeader(
                        "Supplier",
                        List.of(SecPartySignifier.of("ABCDEF")),
                        List.of(MarketParticipantId.of("ABCD"), MarketParticipantId.of("XYZ")),
                        Smso.EDM));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void reportSurvivesSerialisation(DocumentHeader header) throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (Location at : List.of(
                new Location.Field("ma.csv", 4, 1, "MPAN"),
                new Location.Line("ma.csv", 4),
                new Location.Cell("s.xlsx", "Schedule", "F12", OptionalInt.of(1), Optional.of("MPAN")),
                new Location.Cell("s.xlsx", "Schedule", "F12", OptionalInt.empty(), Optional.empty()),
                new Location.WholeSheet("s.xlsx", "Schedule"),
                new Location.WholeFile("ma.csv"))) {
            findings.add(new Finding(Rule.MPAN_FORMAT, Severity.ERROR, at, Optional.of("x"), "write 13 digits", true));
            findings.add(new Finding(Rule.MPAN_FORMAT, Severity.INFO, at, Optional.empty(), "write 13 digits"));
        }
        ValidationReport report = new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION,
                Optional.of(header),
                10,
                Map.of(Rule.MPAN_FORMAT, Map.of(Severity.ERROR, 6L, Severity.INFO, 4_000L)),
                4,
                findings);
        InvalidDocumentException exception = new InvalidDocumentException(report);
        exception.addSuppressed(new IllegalStateException("beside it"));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            InvalidDocumentException read = (InvalidDocumentException) in.readObject();
            assertThat(read.report()).isEqualTo(report);
            assertThat(read).hasMessage(exception.getMessage());
            assertThat(read.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void nullIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new InvalidDocumentException(null))
                .withMessage("report");
    }

    private static InvalidDocumentException exception(long errors, List<Finding> findings) {
        return new InvalidDocumentException(new ValidationReport(
                DocumentKind.MIGRATION_AUTHORISATION,
                Optional.empty(),
                10,
                Map.of(
                        Rule.MPAN_FORMAT,
                        Map.of(Severity.ERROR, errors),
                        Rule.MPAN_CHECK_DIGIT,
                        Map.of(Severity.WARNING, 1L)),
                0,
                findings));
    }

    private static Finding finding(Rule rule, Severity severity, long line) {
        return new Finding(
                rule,
                severity,
                new Location.Field("ma.csv", line, 1, "MPAN"),
                Optional.of("131234567890"),
                "write 13 digits");
    }
}
