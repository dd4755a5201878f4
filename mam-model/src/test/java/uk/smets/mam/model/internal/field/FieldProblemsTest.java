package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.internal.field.FieldProblems.Problem;
import uk.smets.mam.model.internal.finding.RecordingSink;

class FieldProblemsTest {
    private final RecordingSink sink = new RecordingSink();
    private final FieldProblems problems = problems(ValidationOptions.defaults());

    @Test
    void problemIsReportedAtItsField() {
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        problems.moveTo(RecordingSink.field(2, "MPRN"));
        problems.add(Rule.MPRN_FORMAT, Severity.WARNING, "write up to 10 digits");
        assertThat(sink.findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "ma.csv:4: field 1 (MPAN): ERROR MPAN_FORMAT: write 13 digits",
                        "ma.csv:4: field 2 (MPRN): WARNING MPRN_FORMAT: write up to 10 digits");
    }

    @Test
    void fieldHasAProblemUntilTheNextField() {
        assertThat(problems.any()).isFalse();
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        assertThat(problems.any()).isTrue();
        problems.moveTo(RecordingSink.field(2, "MPRN"));
        assertThat(problems.any()).isFalse();
    }

    @Test
    void problemThatIsHeldBackIsNotReported() {
        problems.hold();
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        problems.add(Rule.FIELD_TOO_LONG, Severity.WARNING, "shorten it");
        assertThat(problems.any()).isTrue();
        assertThat(problems.release())
                .containsExactly(
                        new Problem(Rule.MPAN_FORMAT, Severity.ERROR, "write 13 digits"),
                        new Problem(Rule.FIELD_TOO_LONG, Severity.WARNING, "shorten it"));
        assertThat(sink.findings).isEmpty();
    }

    @Test
    void problemsAreReleasedOnce() {
        problems.hold();
        assertThat(problems.release()).isEmpty();
        problems.hold();
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        assertThat(problems.release()).hasSize(1);
        assertThat(problems.release()).isEmpty();
    }

    @Test
    void problemAfterTheReleaseIsReportedAtOnce() {
        problems.hold();
        problems.release();
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        assertThat(sink.rules()).containsExactly(Rule.MPAN_FORMAT);
    }

    @Test
    void releasedProblemIsReportedAsRepairableOrNot() {
        problems.hold();
        problems.add(Rule.MPAN_FORMAT, "write 13 digits");
        List<Problem> released = problems.release();
        problems.moveTo(RecordingSink.field(1, "MPAN"));
        problems.report(released.get(0), true);
        problems.report(released.get(0), false);
        assertThat(problems.any()).isTrue();
        assertThat(sink.findings).extracting(Finding::repairable).containsExactly(true, false);
        assertThat(sink.findings).extracting(Finding::message).containsOnly("write 13 digits");
    }

    @Test
    void optionsDecideWhetherAnErrorIsReportedAsOne() {
        assertThat(problems.reportsError(Rule.MPAN_FORMAT)).isTrue();
        assertThat(problems(ValidationOptions.defaults().without(Rule.MPAN_FORMAT))
                        .reportsError(Rule.MPAN_FORMAT))
                .isFalse();
        assertThat(problems(ValidationOptions.defaults().with(Rule.MPAN_FORMAT, Severity.WARNING))
                        .reportsError(Rule.MPAN_FORMAT))
                .isFalse();
    }

    private FieldProblems problems(ValidationOptions options) {
        return new FieldProblems(sink.reporter(options, "found"), RecordingSink.field(1, "MPAN"));
    }
}
