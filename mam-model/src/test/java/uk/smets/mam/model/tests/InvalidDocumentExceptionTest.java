package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
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
