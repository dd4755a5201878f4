package uk.smets.mam.cli.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.MeterPointList;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.NetworkOperatorCertificates;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;

/** A rule that needs data reports findings only with the options that the catalogue names. */
class RuleDataTest {
    private static final CertificateId OTHER = CertificateId.of("1", "CN=Z9,OU=07");

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path directory;

    @BeforeEach
    void makeWorkbooks() {
        SampleWorkbooks.writeTo(directory);
    }

    static Stream<Rule> rulesWithData() {
        return Arrays.stream(Rule.values()).filter(rule -> !rule.data().isEmpty());
    }

    /** Returns a function that adds data which both samples contradict. */
    private static UnaryOperator<ValidationOptions> withData(Rule.Data data, Responsibility responsibility) {
        return switch (data) {
            case SUBMITTED_AT -> options -> options.submittedAt(Instant.parse("2030-01-01T00:00:00Z"));
            case NOTIFIED_ON -> options -> options.notifiedOn(LocalDate.of(2019, 8, 20));
            case NETWORK_OPERATORS ->
                options -> options.networkOperators(NetworkOperatorCertificates.of(IntStream.rangeClosed(10, 38)
                        .boxed()
                        .collect(Collectors.toMap(Function.identity(), number -> Set.of(OTHER)))));
            case DORMANT ->
                options -> options.dormant(
                        MeterPointList.builder().add(Mpan.of("1000234567813")).build());
            case ACTIVE ->
                options -> options.active(
                        MeterPointList.builder().add(Mpan.of("1312345678907")).build());
            case ADDRESSEE ->
                options -> options.addressee(new Addressee(Set.of(SecPartySignifier.of("OTHERS")), Set.of()));
            case RESPONSIBILITIES -> options -> options.responsibilities(Responsibilities.ofAll(responsibility));
            case GROUP_IDS -> options -> options.groupIds(Map.of(Mpan.of("1312345678907"), "EA"));
        };
    }

    /** Returns the rules with findings in the valid samples: the Migration Authorisation, and the schedule with certificates in its first row. */
    private Set<Rule> reportedRules(ValidationOptions options) throws IOException {
        MigrationSchedule schedule = MigrationSchedule.parse(directory.resolve(SampleWorkbooks.SCHEDULE));
        MigrationScheduleRow answered = schedule.rows().get(0).toBuilder()
                .certificateIds(MigrationAuthorisation.parse(CommandLineRun.VALID).rows().stream()
                        .filter(row -> row.mpan().isPresent() && row.mprn().isPresent())
                        .findFirst()
                        .orElseThrow()
                        .certificateIds())
                .build();
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        for (ValidationReport report : List.of(
                MigrationAuthorisation.validate(CommandLineRun.VALID, options),
                new MigrationSchedule(schedule.header(), List.of(answered)).check(options))) {
            counts.putAll(report.counts());
        }
        return counts.keySet();
    }

    @ParameterizedTest
    @MethodSource("rulesWithData")
    void ruleReportsOnlyWithItsData(Rule rule) throws IOException {
        assertThat(reportedRules(ValidationOptions.defaults())).doesNotContain(rule);
        // Certificates on an affiliate's meter are allowed, except in the GroupIDs that clause 6 excludes.
        Responsibility ours = Responsibility.of(Responsibility.Meters.ELECTRICITY);
        Responsibility responsibility = rule == Rule.RESPONSE_GROUP_NOT_AFFILIATED ? ours.withAffiliate() : ours;
        ValidationOptions all = ValidationOptions.defaults();
        for (Rule.Data data : rule.data()) {
            ValidationOptions other = ValidationOptions.defaults();
            for (Rule.Data each : rule.data()) {
                other = each == data ? other : withData(each, responsibility).apply(other);
            }
            assertThat(reportedRules(other)).as("without " + data).doesNotContain(rule);
            all = withData(data, responsibility).apply(all);
        }
        assertThat(reportedRules(all)).contains(rule);
    }

    @ParameterizedTest
    @MethodSource("rulesWithData")
    void jsonNamesTheOptionOfTheCommandLine(Rule rule) {
        CommandLineRun run = CommandLineRun.in(directory);
        JsonNode explained = mapper.readTree(
                        run.run("rules", rule.name(), "--format", "json").out())
                .at("/rules/0/data");
        List<String> options = explained
                .valueStream()
                .flatMap(data -> data.get("commandLine").valueStream())
                .map(JsonNode::asString)
                .toList();

        assertThat(explained.valueStream().map(data -> data.get("option").asString()))
                .containsExactlyElementsOf(
                        rule.data().stream().map(Rule.Data::option).toList());
        String help = run.run("validate", "--help").out();
        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option));
    }

    @ParameterizedTest
    @CsvSource({
        "SUBMISSION_LATE, --at",
        "DATE_REMOTE, --at",
        "NOTICE_PERIOD_SHORT, --notified-on",
        "NETWORK_OPERATOR_MISMATCH, --network-operators",
        "METER_POINT_DORMANT, --dormant",
        "METER_POINT_NOT_ACTIVE, --active",
        "NOT_ADDRESSED_TO_US, --expect-signifier or --expect-participant",
        "RESPONSE_SIDE_NOT_OURS, --responsible-for",
        "RESPONSE_GROUP_NOT_AFFILIATED, --responsible-for and --group-ids"
    })
    void explanationNamesTheOptionsThatARuleNeeds(Rule rule, String needed) {
        CommandLineRun run = CommandLineRun.in(directory);
        assertThat(run.run("rules", rule.name()).out())
                .contains(
                        "  Needs     " + needed + "\n",
                        "ValidationOptions." + rule.data().get(0).option());
        assertThat(run.run("rules").out()).containsPattern(" " + rule + " .*\n +needs " + needed + "\n");
    }

    @Test
    void differentSeverityIsShownWithItsDocument() {
        CommandLineRun run = CommandLineRun.in(directory);

        assertThat(run.run("rules", "MPXN_MISSING").out())
                .contains("  Severity  ERROR\n            WARNING in a Firmware notification\n");
        assertThat(run.run("rules").out())
                .containsPattern(
                        " MPRN_LEADING_ZERO .*\n +ERROR in a Firmware notification\n +ERROR in a Migration Schedule\n");
        assertThat(mapper.readTree(run.run("rules", "MPRN_LEADING_ZERO", "--format", "json")
                                .out())
                        .at("/rules/0/severities"))
                .isEqualTo(mapper.readTree("{\"MIGRATION_AUTHORISATION\":\"WARNING\","
                        + "\"FIRMWARE_UPGRADE_NOTIFICATION\":\"ERROR\",\"MIGRATION_SCHEDULE\":\"ERROR\"}"));
    }
}
