package uk.smets.mam.xlsx.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Responsibility;
import uk.smets.mam.model.Responsibility.Meters;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.ScheduleAnswer;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.xlsx.MigrationSchedule;
import uk.smets.mam.xlsx.MigrationScheduleResponse;
import uk.smets.mam.xlsx.ScheduleComparison;

/**
 * The decision table of a response (clauses 6 and 7.4.2): who is responsible for the meters of a dual-fuel row, whether the two suppliers
 * are affiliated, the GroupID, and on which sides Supplier certificates are named.
 */
class ResponsibilityTableTest {
    /** On which sides of a row Supplier certificates are named. */
    enum Named {
        NONE,
        ELECTRICITY,
        GAS,
        BOTH;

        CertificateIds ids() {
            return switch (this) {
                case NONE -> CertificateIds.NONE;
                case ELECTRICITY -> CertificateIds.ofElectricitySupplier(Schedules.OURS);
                case GAS -> CertificateIds.ofGasSupplier(Schedules.OURS);
                case BOTH -> CertificateIds.ofSupplier(Schedules.OURS);
            };
        }
    }

    @TempDir
    Path folder;

    /** The findings and the clauses that require them; without findings, the clause that allows the answer. */
    @ParameterizedTest(name = "{0}, {1}, group {2}, {3} named")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # responsible | affiliated | GroupID | named  | findings | clauses
        UNSTATED    | -          | -  | NONE        | -                                                              | 6
        UNSTATED    | -          | -  | ELECTRICITY | -                                                              | 6
        UNSTATED    | -          | -  | GAS         | -                                                              | 6
        UNSTATED    | -          | -  | BOTH        | A7 RESPONSIBILITY_UNSTATED                                     | 6
        UNSTATED    | -          | EA | NONE        | -                                                              | 6
        UNSTATED    | -          | EA | ELECTRICITY | -                                                              | 6
        UNSTATED    | -          | EA | GAS         | -                                                              | 6
        UNSTATED    | -          | EA | BOTH        | A7 RESPONSIBILITY_UNSTATED                                     | 6
        UNSTATED    | -          | EB | NONE        | -                                                              | 6
        UNSTATED    | -          | EB | ELECTRICITY | -                                                              | 6
        UNSTATED    | -          | EB | GAS         | -                                                              | 6
        UNSTATED    | -          | EB | BOTH        | A7 RESPONSIBILITY_UNSTATED                                     | 6
        UNSTATED    | -          | EC | NONE        | -                                                              | 6
        UNSTATED    | -          | EC | ELECTRICITY | -                                                              | 6
        UNSTATED    | -          | EC | GAS         | -                                                              | 6
        UNSTATED    | -          | EC | BOTH        | A7 RESPONSIBILITY_UNSTATED                                     | 6
        UNSTATED    | -          | ED | NONE        | -                                                              | 6
        UNSTATED    | -          | ED | ELECTRICITY | -                                                              | 6
        UNSTATED    | -          | ED | GAS         | -                                                              | 6
        UNSTATED    | -          | ED | BOTH        | A7 RESPONSIBILITY_UNSTATED                                     | 6
        ELECTRICITY | -          | -  | NONE        | -                                                              | 6
        ELECTRICITY | -          | -  | ELECTRICITY | -                                                              | 6
        ELECTRICITY | -          | -  | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_SIDE_NOT_OURS           | 6 and 7.4.2
        ELECTRICITY | -          | -  | BOTH        | Z7 RESPONSE_SIDE_NOT_OURS                                      | 6
        ELECTRICITY | -          | EA | NONE        | -                                                              | 6
        ELECTRICITY | -          | EA | ELECTRICITY | -                                                              | 6
        ELECTRICITY | -          | EA | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_SIDE_NOT_OURS           | 6 and 7.4.2
        ELECTRICITY | -          | EA | BOTH        | Z7 RESPONSE_SIDE_NOT_OURS                                      | 6
        ELECTRICITY | -          | EB | NONE        | -                                                              | 6
        ELECTRICITY | -          | EB | ELECTRICITY | -                                                              | 6
        ELECTRICITY | -          | EB | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_SIDE_NOT_OURS           | 6 and 7.4.2
        ELECTRICITY | -          | EB | BOTH        | Z7 RESPONSE_SIDE_NOT_OURS                                      | 6
        ELECTRICITY | -          | EC | NONE        | -                                                              | 6
        ELECTRICITY | -          | EC | ELECTRICITY | -                                                              | 6
        ELECTRICITY | -          | EC | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_SIDE_NOT_OURS           | 6 and 7.4.2
        ELECTRICITY | -          | EC | BOTH        | Z7 RESPONSE_SIDE_NOT_OURS                                      | 6
        ELECTRICITY | -          | ED | NONE        | -                                                              | 6
        ELECTRICITY | -          | ED | ELECTRICITY | -                                                              | 6
        ELECTRICITY | -          | ED | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_SIDE_NOT_OURS           | 6 and 7.4.2
        ELECTRICITY | -          | ED | BOTH        | Z7 RESPONSE_SIDE_NOT_OURS                                      | 6
        ELECTRICITY | affiliated | -  | NONE        | -                                                              | 6
        ELECTRICITY | affiliated | -  | ELECTRICITY | -                                                              | 6
        ELECTRICITY | affiliated | -  | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        ELECTRICITY | affiliated | -  | BOTH        | -                                                              | 6
        ELECTRICITY | affiliated | EA | NONE        | -                                                              | 6
        ELECTRICITY | affiliated | EA | ELECTRICITY | -                                                              | 6
        ELECTRICITY | affiliated | EA | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_GROUP_NOT_AFFILIATED    | 6 and 7.4.2
        ELECTRICITY | affiliated | EA | BOTH        | Z7 RESPONSE_GROUP_NOT_AFFILIATED                               | 6
        ELECTRICITY | affiliated | EB | NONE        | -                                                              | 6
        ELECTRICITY | affiliated | EB | ELECTRICITY | -                                                              | 6
        ELECTRICITY | affiliated | EB | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_GROUP_NOT_AFFILIATED    | 6 and 7.4.2
        ELECTRICITY | affiliated | EB | BOTH        | Z7 RESPONSE_GROUP_NOT_AFFILIATED                               | 6
        ELECTRICITY | affiliated | EC | NONE        | -                                                              | 6
        ELECTRICITY | affiliated | EC | ELECTRICITY | -                                                              | 6
        ELECTRICITY | affiliated | EC | GAS         | R7 T7 CERTIFICATE_MISSING, Z7 RESPONSE_GROUP_NOT_AFFILIATED    | 6 and 7.4.2
        ELECTRICITY | affiliated | EC | BOTH        | Z7 RESPONSE_GROUP_NOT_AFFILIATED                               | 6
        ELECTRICITY | affiliated | ED | NONE        | -                                                              | 6
        ELECTRICITY | affiliated | ED | ELECTRICITY | -                                                              | 6
        ELECTRICITY | affiliated | ED | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        ELECTRICITY | affiliated | ED | BOTH        | -                                                              | 6
        GAS         | -          | -  | NONE        | -                                                              | 6
        GAS         | -          | -  | ELECTRICITY | R7 RESPONSE_SIDE_NOT_OURS, Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING  | 6 and 7.4.2
        GAS         | -          | -  | GAS         | -                                                              | 6
        GAS         | -          | -  | BOTH        | R7 RESPONSE_SIDE_NOT_OURS                                      | 6
        GAS         | -          | EA | NONE        | -                                                              | 6
        GAS         | -          | EA | ELECTRICITY | R7 RESPONSE_SIDE_NOT_OURS, Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING  | 6 and 7.4.2
        GAS         | -          | EA | GAS         | -                                                              | 6
        GAS         | -          | EA | BOTH        | R7 RESPONSE_SIDE_NOT_OURS                                      | 6
        GAS         | -          | EB | NONE        | -                                                              | 6
        GAS         | -          | EB | ELECTRICITY | R7 RESPONSE_SIDE_NOT_OURS, Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING  | 6 and 7.4.2
        GAS         | -          | EB | GAS         | -                                                              | 6
        GAS         | -          | EB | BOTH        | R7 RESPONSE_SIDE_NOT_OURS                                      | 6
        GAS         | -          | EC | NONE        | -                                                              | 6
        GAS         | -          | EC | ELECTRICITY | R7 RESPONSE_SIDE_NOT_OURS, Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING  | 6 and 7.4.2
        GAS         | -          | EC | GAS         | -                                                              | 6
        GAS         | -          | EC | BOTH        | R7 RESPONSE_SIDE_NOT_OURS                                      | 6
        GAS         | -          | ED | NONE        | -                                                              | 6
        GAS         | -          | ED | ELECTRICITY | R7 RESPONSE_SIDE_NOT_OURS, Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING  | 6 and 7.4.2
        GAS         | -          | ED | GAS         | -                                                              | 6
        GAS         | -          | ED | BOTH        | R7 RESPONSE_SIDE_NOT_OURS                                      | 6
        GAS         | affiliated | -  | NONE        | -                                                              | 6
        GAS         | affiliated | -  | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        GAS         | affiliated | -  | GAS         | -                                                              | 6
        GAS         | affiliated | -  | BOTH        | -                                                              | 6
        GAS         | affiliated | EA | NONE        | -                                                              | 6
        GAS         | affiliated | EA | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        GAS         | affiliated | EA | GAS         | -                                                              | 6
        GAS         | affiliated | EA | BOTH        | -                                                              | 6
        GAS         | affiliated | EB | NONE        | -                                                              | 6
        GAS         | affiliated | EB | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        GAS         | affiliated | EB | GAS         | -                                                              | 6
        GAS         | affiliated | EB | BOTH        | -                                                              | 6
        GAS         | affiliated | EC | NONE        | -                                                              | 6
        GAS         | affiliated | EC | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        GAS         | affiliated | EC | GAS         | -                                                              | 6
        GAS         | affiliated | EC | BOTH        | -                                                              | 6
        GAS         | affiliated | ED | NONE        | -                                                              | 6
        GAS         | affiliated | ED | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        GAS         | affiliated | ED | GAS         | -                                                              | 6
        GAS         | affiliated | ED | BOTH        | -                                                              | 6
        BOTH        | -          | -  | NONE        | -                                                              | 6
        BOTH        | -          | -  | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | -          | -  | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | -          | -  | BOTH        | -                                                              | 6
        BOTH        | -          | EA | NONE        | -                                                              | 6
        BOTH        | -          | EA | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | -          | EA | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | -          | EA | BOTH        | -                                                              | 6
        BOTH        | -          | EB | NONE        | -                                                              | 6
        BOTH        | -          | EB | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | -          | EB | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | -          | EB | BOTH        | -                                                              | 6
        BOTH        | -          | EC | NONE        | -                                                              | 6
        BOTH        | -          | EC | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | -          | EC | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | -          | EC | BOTH        | -                                                              | 6
        BOTH        | -          | ED | NONE        | -                                                              | 6
        BOTH        | -          | ED | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | -          | ED | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | -          | ED | BOTH        | -                                                              | 6
        BOTH        | affiliated | -  | NONE        | -                                                              | 6
        BOTH        | affiliated | -  | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | affiliated | -  | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | affiliated | -  | BOTH        | -                                                              | 6
        BOTH        | affiliated | EA | NONE        | -                                                              | 6
        BOTH        | affiliated | EA | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | affiliated | EA | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | affiliated | EA | BOTH        | -                                                              | 6
        BOTH        | affiliated | EB | NONE        | -                                                              | 6
        BOTH        | affiliated | EB | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | affiliated | EB | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | affiliated | EB | BOTH        | -                                                              | 6
        BOTH        | affiliated | EC | NONE        | -                                                              | 6
        BOTH        | affiliated | EC | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | affiliated | EC | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | affiliated | EC | BOTH        | -                                                              | 6
        BOTH        | affiliated | ED | NONE        | -                                                              | 6
        BOTH        | affiliated | ED | ELECTRICITY | Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING                             | 7.4.2
        BOTH        | affiliated | ED | GAS         | R7 T7 CERTIFICATE_MISSING                                      | 7.4.2
        BOTH        | affiliated | ED | BOTH        | -                                                              | 6
        """)
    void answerIsCheckedAccordingToTheClauses(
            String responsible, String affiliated, String groupId, Named named, String findings, String clauses)
            throws IOException {
        Optional<Responsibility> responsibility = responsibility(responsible, affiliated, groupId);
        ValidationOptions groups = groupId == null
                ? ValidationOptions.defaults()
                : ValidationOptions.defaults().groupIds(Map.of(Schedules.DUAL_FUEL, groupId));
        ValidationOptions options = responsibility
                .map(stated -> groups.responsibilities(Responsibilities.ofAll(stated)))
                .orElse(groups);
        String expected = findings == null ? "" : findings;

        for (ValidationReport report : reports(named.ids(), options)) {
            assertThat(describe(report)).isEqualTo(expected);
            assertThat(report.findings())
                    .allSatisfy(finding -> assertThat(finding.rule().clause().split(", ", -1))
                            .containsAnyOf(clauses.split(" and ", -1)));
        }
        assertThat(describe(answered(named.ids(), responsibility).check(groups)))
                .isEqualTo(expected);
    }

    private static Optional<Responsibility> responsibility(String responsible, String affiliated, String groupId) {
        if (responsible.equals("UNSTATED")) {
            return Optional.empty();
        }
        return Optional.of(
                new Responsibility(Meters.valueOf(responsible), affiliated != null, Optional.ofNullable(groupId)));
    }

    private static MigrationScheduleResponse answered(CertificateIds ids, Optional<Responsibility> responsibility)
            throws IOException {
        ScheduleAnswer answer = ScheduleAnswer.certificates(ids).withPriority();
        return MigrationScheduleResponse.to(Input.of(Schedules.schedule(1).toBytes(), "stream"))
                .answer(
                        Schedules.DUAL_FUEL,
                        responsibility.map(answer::withResponsibility).orElse(answer));
    }

    /** The reports of every check of a response: before writing, of its workbook, in memory, and against its schedule. */
    private List<ValidationReport> reports(CertificateIds ids, ValidationOptions options) throws IOException {
        MigrationScheduleRow row =
                Schedules.row(0).toBuilder().priority(true).certificateIds(ids).build();
        MigrationSchedule answered = new MigrationSchedule(Schedules.HEADER, List.of(row));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answered.write(bytes, ValidationOptions.defaults().without(Rule.CERTIFICATE_MISSING));
        Path schedule = folder.resolve("schedule.xlsx");
        Path response = folder.resolve("response.xlsx");
        Schedules.schedule(1).write(schedule);
        Files.write(response, bytes.toByteArray());
        return List.of(
                answered(ids, Optional.empty()).check(options),
                MigrationSchedule.validate(response, options),
                answered.check(options),
                ScheduleComparison.compare(schedule, response, options).report());
    }

    /** The cells of each rule, such as {@code R7 T7 CERTIFICATE_MISSING}. */
    private static String describe(ValidationReport report) {
        Map<Rule, List<String>> cells = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            Severity expected = finding.rule() == Rule.RESPONSIBILITY_UNSTATED ? Severity.INFO : Severity.ERROR;
            assertThat(finding.severity()).isEqualTo(expected);
            cells.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                    .add(((Location.Cell) finding.at()).reference());
        }
        return String.join(
                ", ",
                cells.entrySet().stream()
                        .map(found -> String.join(" ", found.getValue()) + " " + found.getKey())
                        .toList());
    }

    @Test
    void groupIdOfTheOptionsAppliesWhereTheResponsibilityHasNone() throws IOException {
        Responsibility electricity = Responsibility.of(Meters.ELECTRICITY).withAffiliate();
        ValidationOptions options = ValidationOptions.defaults().groupIds(Map.of(Schedules.DUAL_FUEL, "EB"));

        assertThat(describe(answered(Named.BOTH.ids(), Optional.of(electricity)).check(options)))
                .isEqualTo("Z7 RESPONSE_GROUP_NOT_AFFILIATED");
        assertThat(describe(answered(Named.BOTH.ids(), Optional.of(electricity.withGroupId("ED")))
                        .check(options)))
                .isEmpty();
        assertThat(describe(answered(Named.BOTH.ids(), Optional.empty()).check(options)))
                .isEqualTo("A7 RESPONSIBILITY_UNSTATED");
    }

    @Test
    void networkOperatorCertificatesOfAnAffiliatesGasMeterAreExcepted() throws IOException {
        CertificateIds ids = Named.ELECTRICITY.ids().withGpfNetworkOperator(Schedules.THEIRS);
        Responsibility electricity =
                Responsibility.of(Meters.ELECTRICITY).withAffiliate().withGroupId("EC");

        assertThat(describe(answered(ids, Optional.of(electricity)).check()))
                .isEqualTo("AD7 RESPONSE_GROUP_NOT_AFFILIATED");
        assertThat(describe(
                        answered(ids, Optional.of(Responsibility.of(Meters.BOTH).withGroupId("EC")))
                                .check()))
                .isEqualTo("Z7 AB7 AH7 AJ7 CERTIFICATE_MISSING");
    }
}
