package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ValidationOptions;

/** Every rule has a sample that breaks only that rule; every variant of a file has a sample without errors. */
class SamplesTest {
    /** Rules that the content of a file alone cannot break, and where they are tested. */
    private static final Map<Rule, String> TESTED_ELSEWHERE = new EnumMap<>(Map.of(
            Rule.FILE_NAME_FORMAT, "FileNameTest: it needs the name of a file",
            Rule.FILE_NAME_MISMATCH, "FileNameTest: it needs the name of a file",
            Rule.SUBMISSION_LATE, "DeadlineTest: it needs an instant",
            Rule.DATE_REMOTE, "RemoteDateTest: it needs an instant",
            Rule.NETWORK_OPERATOR_MISMATCH, "CertificateRulesTest: it needs a list of certificates",
            Rule.METER_POINT_DORMANT, "MeterPointListsTest: it needs a list of meter points",
            Rule.METER_POINT_NOT_ACTIVE, "MeterPointListsTest: it needs a list of meter points",
            Rule.COLUMN_MISSING, "the tests of the import: a Migration Authorisation has no headings",
            Rule.COLUMN_UNKNOWN, "the tests of the import: a Migration Authorisation has no headings",
            Rule.OUTCOME_UNKNOWN, "ReconciliationTest: a Migration Authorisation has no outcomes"));

    /** All findings of each sample, because a defect must not be reported as another. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        FILE_EMPTY                 | file ERROR FILE_EMPTY
        BYTE_ORDER_MARK            | 1 ERROR BYTE_ORDER_MARK
        NON_ASCII                  | 5:7 ERROR NON_ASCII
        CONTROL_CHARACTER          | 5:7 ERROR CONTROL_CHARACTER
        LINE_END                   | 1 ERROR LINE_END
        FINAL_LINE_END             | 6 INFO FINAL_LINE_END
        BLANK_LINE                 | 5 WARNING BLANK_LINE
        QUOTING                    | 5 ERROR QUOTING
        FIELD_COUNT                | 5 ERROR FIELD_COUNT
        FIELD_PADDED               | 5:7 WARNING FIELD_PADDED, 5:7 WARNING CERTIFICATE_ISSUER_FORM
        FIELD_TOO_LONG             | 5:6 ERROR FIELD_TOO_LONG
        SPREADSHEET_DAMAGE         | 2 ERROR FIELD_COUNT, 2 INFO SPREADSHEET_DAMAGE
        HEADER_INCOMPLETE          | 2 ERROR HEADER_INCOMPLETE
        USER_ID_FORMAT             | 1:1 ERROR USER_ID_FORMAT
        USER_ID_CASE               | 1:1 WARNING USER_ID_CASE
        COMMISSIONED_BY_DCC        | 2:2 ERROR COMMISSIONED_BY_DCC
        SMSO_UNKNOWN               | 3:3 ERROR SMSO_UNKNOWN
        SMSO_SUPERSEDED            | 3:3 ERROR SMSO_SUPERSEDED
        NO_ROWS                    | file WARNING NO_ROWS
        MPXN_MISSING               | 5 ERROR MPXN_MISSING
        MPAN_FORMAT                | 5:1 ERROR MPAN_FORMAT
        MPAN_DISTRIBUTOR           | 5:1 WARNING MPAN_DISTRIBUTOR
        MPAN_CHECK_DIGIT           | 5:1 WARNING MPAN_CHECK_DIGIT
        MPRN_FORMAT                | 6:2 ERROR MPRN_FORMAT
        MPRN_LEADING_ZERO          | 6:2 WARNING MPRN_LEADING_ZERO
        MPRN_CHECK_DIGIT           | 6:2 WARNING MPRN_CHECK_DIGIT
        MPXN_DUPLICATE             | 6:1 WARNING MPXN_DUPLICATE
        DATE_FORMAT                | 5:3 ERROR DATE_FORMAT
        MIGRATION_WEEK_MISSING     | 5:4 ERROR MIGRATION_WEEK_MISSING
        MIGRATION_WEEK_NOT_MONDAY  | 5:4 ERROR MIGRATION_WEEK_NOT_MONDAY
        MIGRATE_ON_OUTSIDE_WEEK    | 5:3 ERROR MIGRATE_ON_OUTSIDE_WEEK
        MIGRATION_WEEKS_MIXED      | 5:4 WARNING MIGRATION_WEEKS_MIXED
        PRIORITY_VALUE             | 5:5 ERROR PRIORITY_VALUE
        CERTIFICATE_MISSING        | 5:8 ERROR CERTIFICATE_MISSING
        CERTIFICATE_ISSUER_MISSING | 5:9 ERROR CERTIFICATE_ISSUER_MISSING
        CERTIFICATE_SERIAL_MISSING | 5:10 ERROR CERTIFICATE_SERIAL_MISSING
        CERTIFICATE_SERIAL_FORMAT  | 5:6 ERROR CERTIFICATE_SERIAL_FORMAT
        CERTIFICATE_ISSUER_FORM    | 5:7 WARNING CERTIFICATE_ISSUER_FORM
        CERTIFICATE_REUSED         | 5:8 WARNING CERTIFICATE_REUSED
        NETWORK_OPERATOR_PAIR_INCOMPLETE | 5:12 WARNING NETWORK_OPERATOR_PAIR_INCOMPLETE
        CERTIFICATE_UNEXPECTED     | 5:22 WARNING CERTIFICATE_UNEXPECTED
        """)
    void sampleOfARuleBreaksItAtItsPlaceAndNoOtherRule(Rule rule, String findings) {
        assertThat(Lines.found(Samples.read(Samples.breaking(rule))))
                .containsExactly(findings.split(", ", -1))
                .anySatisfy(finding -> assertThat(finding).endsWith(" " + rule));
    }

    @ParameterizedTest
    @MethodSource("uk.smets.mam.csv.tests.OptionsTest#rulesWithSample")
    void sampleHasTheSeverityOfTheCatalogueForThisDocument(Rule rule) {
        assertThat(Unnamed.validate(Samples.read(Samples.breaking(rule))).findings())
                .filteredOn(finding -> finding.rule() == rule)
                .isNotEmpty()
                .allSatisfy(Severities::requireAsCatalogued);
    }

    @Test
    void everyRuleHasASampleOrANamedTestElsewhere() {
        Set<String> wanted = Arrays.stream(Rule.values())
                .filter(rule -> rule.group() != Rule.Group.WORKBOOK && rule.group() != Rule.Group.SECURE)
                .filter(rule -> !TESTED_ELSEWHERE.containsKey(rule))
                .map(Samples::fileName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Samples.defective())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void soundSampleHasNeitherErrorNorWarning(Path sample) throws IOException {
        // The names of samples describe them; they are not names of files to send.
        ValidationOptions options = ValidationOptions.defaults().without(Rule.FILE_NAME_FORMAT);

        assertThat(Lines.found(MigrationAuthorisation.validate(sample, options)))
                .allSatisfy(finding -> assertThat(finding).endsWith("INFO FINAL_LINE_END"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void soundSampleReadsBackEqualAfterWriting(Path sample) throws IOException {
        MigrationAuthorisation document = MigrationAuthorisation.parse(sample);

        assertThat(document.rows()).isNotEmpty();
        assertThat(Unnamed.parse(document.toBytes())).isEqualTo(document);
    }

    @Test
    void defectiveLinesDoNotAffectTheLinesBetweenThem() {
        List<Path> bodies = Samples.defective().stream()
                .filter(file -> Lines.found(Samples.read(file)).stream().allMatch(finding -> finding.startsWith("5:")))
                .toList();
        StringBuilder lines = new StringBuilder(Lines.HEADER);
        for (Path file : bodies) {
            lines.append(new String(Samples.read(file), StandardCharsets.UTF_8).split("\n", -1)[4]);
            lines.append('\n').append(Lines.dualFuel().line()).append('\n');
        }
        ValidationOptions options =
                ValidationOptions.defaults().without(Rule.MPXN_DUPLICATE).without(Rule.MIGRATION_WEEKS_MIXED);

        assertThat(bodies).hasSizeGreaterThan(10);
        assertThat(Lines.found(Lines.bytes(lines.toString()), options))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(Integer.parseInt(finding.split(":", -1)[0]) % 2)
                        .as(finding)
                        .isZero());
    }

    static Stream<Path> sound() {
        return Samples.sound().stream();
    }
}
