package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;

/** What options change about checking, and what they do not change. */
class OptionsTest {
    private static final ValidationOptions DEFAULTS = ValidationOptions.defaults();

    static Stream<Rule> rulesWithSample() {
        Set<String> samples = Samples.defective().stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
        return Arrays.stream(Rule.values()).filter(rule -> samples.contains(Samples.fileName(rule)));
    }

    @ParameterizedTest
    @MethodSource("rulesWithSample")
    void ruleThatIsTurnedOffIsNeitherReportedNorCounted(Rule rule) {
        byte[] sample = Samples.read(Samples.breaking(rule));
        ValidationReport report = Unnamed.validate(sample, DEFAULTS.without(rule));

        assertThat(report.count(rule)).isZero();
        assertThat(Lines.found(report))
                .containsExactlyElementsOf(Lines.found(sample).stream()
                        .filter(finding -> !finding.endsWith(" " + rule))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rulesWithSample")
    void ruleHasTheSeverityOfTheOptions(Rule rule) {
        byte[] sample = Samples.read(Samples.breaking(rule));
        for (Severity severity : Severity.values()) {
            assertThat(Unnamed.validate(sample, DEFAULTS.with(rule, severity)).findings())
                    .filteredOn(finding -> finding.rule() == rule)
                    .isNotEmpty()
                    .allMatch(finding -> finding.severity() == severity);
        }
    }

    @ParameterizedTest
    @MethodSource("rulesWithSample")
    void valueWithoutATypedFormIsRefusedEvenIfItsRuleIsTurnedOff(Rule rule) {
        byte[] sample = Samples.read(Samples.breaking(rule));
        ValidationOptions lax = DEFAULTS;
        for (Rule other : Rule.values()) {
            lax = lax.without(other);
        }
        ValidationOptions options = lax;
        if (rule.isEssential()) {
            assertThatExceptionOfType(InvalidDocumentException.class)
                    .isThrownBy(() -> Unnamed.parse(sample, options))
                    .satisfies(e -> assertThat(e.report().count(rule)).isPositive());
        } else if (rule != Rule.SPREADSHEET_DAMAGE) {
            // It is always reported together with an essential rule.
            long rows = Unnamed.validate(sample).rows();
            assertThat(Unnamed.parse(sample, options).rows()).hasSize((int) rows);
        }
    }

    @Test
    void documentIsRefusedIfTheOptionsMakeItsWarningAnError() {
        byte[] file = Lines.file(Lines.dualFuel(), Lines.dualFuel());

        assertThat(Unnamed.parse(file).rows()).hasSize(2);
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Unnamed.parse(file, DEFAULTS.with(Rule.MPXN_DUPLICATE, Severity.ERROR)))
                .satisfies(e -> assertThat(Lines.found(e.report()))
                        .containsExactly("5:1 ERROR MPXN_DUPLICATE", "5:2 ERROR MPXN_DUPLICATE"));
    }

    @Test
    void errorOfAValueWithATypedFormMayBeMadeAWarning() {
        byte[] file = Lines.file(Lines.dualFuel().with(4, ""));

        assertThat(Unnamed.parse(file, DEFAULTS.with(Rule.MIGRATION_WEEK_MISSING, Severity.WARNING))
                        .rows())
                .hasSize(1);
    }

    @Test
    void parsingThrowsAnExceptionWithAllFindings() {
        byte[] file = Lines.file(
                Lines.dualFuel().with(1, "1").with(5, "y"), Lines.dualFuel().with(4, "20190806"));

        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Unnamed.parse(file))
                .satisfies(e -> {
                    assertThat(e.report()).isEqualTo(Unnamed.validate(file));
                    assertThat(Lines.found(e.report()))
                            .containsExactly(
                                    "4:1 ERROR MPAN_FORMAT",
                                    "4:5 ERROR PRIORITY_VALUE",
                                    "5:2 WARNING MPXN_DUPLICATE",
                                    "5:4 ERROR MIGRATION_WEEK_NOT_MONDAY");
                })
                .withMessageEndingWith("(and 2 more errors)");
    }

    @Test
    void findingsOverTheLimitAreCountedAndErrorsAreKeptBeforeWarnings() {
        String[] lines = IntStream.range(0, 300)
                .mapToObj(i -> Lines.electricity()
                        .with(7, "Z1")
                        .with(5, i == 299 ? "y" : "")
                        .line())
                .toArray(String[]::new);
        ValidationReport report = Unnamed.validate(Lines.file(lines), DEFAULTS.findingsKept(10));

        assertThat(report.findings()).hasSize(10);
        assertThat(Lines.found(report)).contains("303:5 ERROR PRIORITY_VALUE");
        assertThat(report.counts())
                .containsEntry(Rule.CERTIFICATE_ISSUER_FORM, 300L)
                .containsEntry(Rule.MPXN_DUPLICATE, 299L)
                .containsEntry(Rule.PRIORITY_VALUE, 1L)
                .hasSize(3);
        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.warnings()).isEqualTo(599);
        assertThat(report.omitted()).isEqualTo(590);
        assertThat(report.rows()).isEqualTo(300);
    }

    @Test
    void documentIsRefusedEvenIfNoFindingsAreKept() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> Unnamed.parse(Lines.file(Lines.dualFuel().with(1, "1")), DEFAULTS.findingsKept(0)))
                .satisfies(e -> {
                    assertThat(e.report().findings()).isEmpty();
                    assertThat(e.report().errors()).isEqualTo(1);
                })
                .withMessage("the document has errors");
    }

    @Test
    void fieldLimitAppliesToFieldsWithoutAMaximumInTheMam() {
        String longest = "CN=" + "x".repeat(61);
        ValidationOptions options = DEFAULTS.fieldLimit(64);

        assertThat(Lines.found(Lines.file(Lines.electricity().with(7, longest)), options))
                .isEmpty();
        assertThat(Lines.found(Lines.file(Lines.electricity().with(7, longest + "x")), options))
                .containsExactly("4:7 ERROR FIELD_TOO_LONG");
    }

    @Test
    void nameOfTheOptionsReplacesTheNameOfTheInputInFindings() {
        byte[] file = Lines.bytes("");

        assertThat(Unnamed.validate(file).findings().get(0).at().file()).isEqualTo("stream");
        assertThat(Unnamed.validate(file, DEFAULTS.named("ma.csv"))
                        .findings()
                        .get(0)
                        .at())
                .hasToString("ma.csv");
    }

    @Test
    void foundIsTheShortenedInvalidTextAndTheMessageDoesNotContainIt() {
        String issuer = "x".repeat(500);
        ValidationReport report = Unnamed.validate(
                Lines.file(Lines.electricity().with(1, "13123456789").with(7, issuer)));

        assertThat(report.findings().get(0).found()).contains("13123456789");
        assertThat(report.findings().get(1).found()).contains("x".repeat(80) + "... (500 characters)");
        assertThat(report.findings().toString().replace("Optional[13123456789]", ""))
                .doesNotContain("13123456789");
        assertThat(report.findings()).noneMatch(finding -> finding.toString().contains("13123456789"));
    }
}
