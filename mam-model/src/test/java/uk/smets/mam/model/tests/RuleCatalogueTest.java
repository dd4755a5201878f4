package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.model.DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION;
import static uk.smets.mam.model.DocumentKind.MIGRATION_AUTHORISATION;
import static uk.smets.mam.model.DocumentKind.MIGRATION_SCHEDULE;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.Addressee;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.Responsibilities;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Rule.Group;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;

/** Pins the codes that users turn off, count and search for: a change here is a change of the API. */
class RuleCatalogueTest {
    /** Code, group, severity, whether essential, clauses of MAM v2.1b. */
    private static final String CATALOGUE = """
        FILE_EMPTY                 | CSV      | ERROR   | essential | 7.1
        FILE_NAME_FORMAT           | CSV      | WARNING |           | 7.2.1
        FILE_NAME_MISMATCH         | CSV      | ERROR   |           | 7.2.1
        BYTE_ORDER_MARK            | CSV      | ERROR   |           | 7.1
        NON_ASCII                  | CSV      | ERROR   | essential | 7.1
        CONTROL_CHARACTER          | CSV      | ERROR   | essential | 7.1
        LINE_END                   | CSV      | ERROR   |           | 7.1, 7.2.2
        FINAL_LINE_END             | CSV      | INFO    |           | 7.2.3
        BLANK_LINE                 | CSV      | WARNING |           | 7.2
        QUOTING                    | CSV      | ERROR   | essential | 7.1
        FIELD_COUNT                | CSV      | ERROR   | essential | 7.2.2, 7.2.3
        FIELD_PADDED               | CSV      | WARNING |           | 7.1
        FIELD_TOO_LONG             | CSV      | ERROR   | essential | 7.1
        SPREADSHEET_DAMAGE         | CSV      | ERROR   |           | -
        NOT_A_DOCUMENT             | CSV      | ERROR   | essential | -
        HEADER_INCOMPLETE          | HEADER   | ERROR   | essential | 7.2.2
        USER_ID_FORMAT             | HEADER   | ERROR   | essential | 7.2.2
        USER_ID_CASE               | HEADER   | WARNING |           | 7.2.2
        COMMISSIONED_BY_DCC        | HEADER   | ERROR   | essential | 7.2.2
        SMSO_UNKNOWN               | HEADER   | ERROR   | essential | 7.2.2
        SMSO_SUPERSEDED            | HEADER   | ERROR   |           | 7.2.2
        NO_ROWS                    | HEADER   | WARNING |           | 4
        MPXN_MISSING               | BODY     | ERROR   |           | 4
        MPAN_FORMAT                | BODY     | ERROR   | essential | 7.2.3
        MPAN_DISTRIBUTOR           | BODY     | WARNING |           | -
        MPAN_CHECK_DIGIT           | BODY     | WARNING |           | -
        MPRN_FORMAT                | BODY     | ERROR   | essential | 7.2.3
        MPRN_LEADING_ZERO          | BODY     | WARNING |           | 7.3.2, 7.4.2
        MPRN_CHECK_DIGIT           | BODY     | WARNING |           | -
        MPXN_DUPLICATE             | BODY     | WARNING |           | -
        DATE_FORMAT                | BODY     | ERROR   | essential | 7.2.3, 7.3.2, 7.4.2
        MIGRATION_WEEK_MISSING     | BODY     | ERROR   |           | 7.2.3
        MIGRATION_WEEK_NOT_MONDAY  | BODY     | ERROR   | essential | 7.2.3
        MIGRATE_ON_OUTSIDE_WEEK    | BODY     | ERROR   |           | 7.2.3
        MIGRATION_WEEKS_MIXED      | BODY     | WARNING |           | 4
        SUBMISSION_LATE            | BODY     | WARNING |           | 4, 6
        DATE_REMOTE                | BODY     | WARNING |           | -
        PRIORITY_VALUE             | BODY     | ERROR   | essential | 7.2.3
        CERTIFICATE_MISSING        | BODY     | ERROR   |           | 7.2.3, 7.4.2
        CERTIFICATE_ISSUER_MISSING | BODY     | ERROR   | essential | 7.2.3
        CERTIFICATE_SERIAL_MISSING | BODY     | ERROR   | essential | 7.2.3
        CERTIFICATE_SERIAL_FORMAT  | BODY     | ERROR   | essential | 7.2.3
        CERTIFICATE_ISSUER_FORM    | BODY     | WARNING |           | -
        NETWORK_OPERATOR_MISMATCH  | BODY     | WARNING |           | 4
        CERTIFICATE_REUSED         | BODY     | WARNING |           | 7.2.3
        NETWORK_OPERATOR_PAIR_INCOMPLETE | BODY | WARNING |       | 7.2.3
        METER_POINT_DORMANT        | BODY     | ERROR   |           | 4
        METER_POINT_NOT_ACTIVE     | BODY     | ERROR   |           | 4
        CERTIFICATE_UNEXPECTED     | BODY     | WARNING |           | 7.2.3
        COLUMN_MISSING             | HEADINGS | ERROR   | essential | 7.3.2, 7.4.2
        COLUMN_UNKNOWN             | HEADINGS | WARNING |           | 7.3.2, 7.4.2
        OUTCOME_UNKNOWN            | HEADINGS | ERROR   | essential | 4
        WORKBOOK_UNREADABLE        | WORKBOOK | ERROR   | essential | -
        SHEET_MISSING              | WORKBOOK | ERROR   | essential | 7.3, 7.4
        HEADER_FIELD_MISSING       | WORKBOOK | ERROR   | essential | 7.3.1, 7.4.1
        SEC_PARTY_SIGNIFIER_FORMAT | WORKBOOK | ERROR   | essential | 7.3.1, 7.4.1
        MARKET_PARTICIPANT_ID_FORMAT | WORKBOOK | ERROR | essential | 7.3.1, 7.4.1
        NOT_ADDRESSED_TO_US        | WORKBOOK | ERROR   |           | 7.3.1, 7.4.1
        NUMBER_PRECISION           | WORKBOOK | ERROR   | essential | -
        FORMULA_CELL               | WORKBOOK | WARNING | essential | -
        TEXT_AS_NUMBER             | WORKBOOK | WARNING |           | -
        ERROR_CELL                 | WORKBOOK | ERROR   | essential | -
        DATE_ORDER                 | WORKBOOK | ERROR   |           | 7.3.2, 7.4.2
        NOT_BEFORE_MISSING         | WORKBOOK | ERROR   |           | 7.3.2, 7.4.2
        NOT_AFTER_MISSING          | WORKBOOK | ERROR   |           | 7.4.2
        DEVICE_ID_MISSING          | WORKBOOK | ERROR   |           | 7.4.2
        DEVICE_ID_FORMAT           | WORKBOOK | ERROR   | essential | 7.4.2
        METER_POINT_MISSING        | WORKBOOK | WARNING |           | 7.4.2
        NOTICE_PERIOD_SHORT        | WORKBOOK | WARNING |           | 5, 6
        RESPONSE_FIXED_FIELD_CHANGED | WORKBOOK | ERROR |           | 7.4.2
        ANSWER_WITHOUT_ROW         | WORKBOOK | ERROR   |           | 6
        RESPONSE_WITHOUT_ANSWERS   | WORKBOOK | WARNING |           | 6
        RESPONSIBILITY_UNSTATED    | WORKBOOK | INFO    |           | 6
        RESPONSE_SIDE_NOT_OURS     | WORKBOOK | ERROR   |           | 6
        RESPONSE_GROUP_NOT_AFFILIATED | WORKBOOK | ERROR |          | 6
        PASSWORD_FILE_FORMAT       | SECURE   | ERROR   |           | 7.5.2
        PASSWORD_FILE_NAME_UNSAFE  | SECURE   | ERROR   |           | -
        ARCHIVE_CORRUPT            | SECURE   | ERROR   |           | 7.5.1
        ARCHIVE_ENTRIES            | SECURE   | ERROR   |           | 7.5.1
        ARCHIVE_ENCRYPTION         | SECURE   | ERROR   |           | 7.5.1
        ARCHIVE_TOO_LARGE          | SECURE   | ERROR   |           | -
        ARCHIVE_PASSWORD           | SECURE   | ERROR   |           | 7.5.1
        HASH_MISMATCH              | SECURE   | ERROR   |           | 7.5.2
        SIGNATURE_MISSING          | SECURE   | ERROR   |           | 4, 7.5.3
        SIGNATURE_INVALID          | SECURE   | ERROR   |           | 4, 7.5.3
        SIGNER_UNTRUSTED           | SECURE   | ERROR   |           | 7.5.3
        SIGNER_EXPIRED             | SECURE   | ERROR   |           | 7.5.3
        SIGNER_REVOKED             | SECURE   | ERROR   |           | 7.5.3
        SIGNER_USAGE               | SECURE   | ERROR   |           | 7.5.3
        SIGNER_MISMATCH            | SECURE   | ERROR   |           | 7.2.2
        TOKEN_ABSENT               | SECURE   | ERROR   |           | 7.5.3
        TOKEN_PIN                  | SECURE   | ERROR   |           | 7.5.3
        TOKEN_KEY                  | SECURE   | ERROR   |           | 7.5.3
        KEY_FILE_PASSWORD          | SECURE   | ERROR   |           | 7.5.3
        """;

    @Test
    void catalogueMatchesTheReleasedOne() {
        assertThat(Arrays.stream(Rule.values()).map(RuleCatalogueTest::describe).toList())
                .containsExactlyElementsOf(
                        CATALOGUE.lines().map(RuleCatalogueTest::squeeze).toList());
    }

    @Test
    void rulesAreSortedByGroup() {
        List<Group> inOrderOfRules =
                Arrays.stream(Rule.values()).map(Rule::group).toList();
        assertThat(inOrderOfRules).isSorted();
        assertThat(inOrderOfRules).contains(Group.values());
        assertThat(Arrays.stream(Group.values()).map(Group::title))
                .containsExactly(
                        "Any CSV",
                        "Header of a Migration Authorisation",
                        "Body of a Migration Authorisation",
                        "Tables with headings",
                        "Workbooks",
                        "Secure exchange");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasSentencesForItsMeaningAndRemedy(Rule rule) {
        assertThat(rule.meaning()).matches("[A-Z][ -~]+\\.");
        assertThat(rule.remedy()).matches("[A-Z][ -~]+\\.");
        assertThat(rule.clause()).matches("-|[4-7](\\.[0-9])*(, [4-7](\\.[0-9])*)*");
    }

    @Test
    void meaningsAreDistinct() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::meaning)).doesNotHaveDuplicates();
    }

    @Test
    void severityDependsOnTheDocumentForTwoRulesOnly() {
        assertThat(Rule.MPXN_MISSING.severity(MIGRATION_AUTHORISATION)).isEqualTo(Severity.ERROR);
        assertThat(Rule.MPXN_MISSING.severity(MIGRATION_SCHEDULE)).isEqualTo(Severity.ERROR);
        assertThat(Rule.MPXN_MISSING.severity(FIRMWARE_UPGRADE_NOTIFICATION)).isEqualTo(Severity.WARNING);
        assertThat(Rule.MPRN_LEADING_ZERO.severity(MIGRATION_AUTHORISATION)).isEqualTo(Severity.WARNING);
        assertThat(Rule.MPRN_LEADING_ZERO.severity(MIGRATION_SCHEDULE)).isEqualTo(Severity.ERROR);
        assertThat(Rule.MPRN_LEADING_ZERO.severity(FIRMWARE_UPGRADE_NOTIFICATION))
                .isEqualTo(Severity.ERROR);
        assertThat(Rule.values())
                .filteredOn(rule -> rule != Rule.MPXN_MISSING && rule != Rule.MPRN_LEADING_ZERO)
                .allSatisfy(rule -> assertThat(DocumentKind.values())
                        .allSatisfy(
                                document -> assertThat(rule.severity(document)).isEqualTo(rule.severity())));
    }

    @Test
    void rulesThatNeedDataNameTheirOptions() {
        Map<Rule, List<String>> options = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            if (!rule.data().isEmpty()) {
                options.put(rule, rule.data().stream().map(Rule.Data::option).toList());
            }
        }
        assertThat(options)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Rule.SUBMISSION_LATE, List.of("submittedAt"),
                        Rule.DATE_REMOTE, List.of("submittedAt"),
                        Rule.NOTICE_PERIOD_SHORT, List.of("notifiedOn"),
                        Rule.NETWORK_OPERATOR_MISMATCH, List.of("networkOperators"),
                        Rule.METER_POINT_DORMANT, List.of("dormant"),
                        Rule.METER_POINT_NOT_ACTIVE, List.of("active"),
                        Rule.NOT_ADDRESSED_TO_US, List.of("addressee"),
                        Rule.RESPONSE_SIDE_NOT_OURS, List.of("responsibilities"),
                        Rule.RESPONSE_GROUP_NOT_AFFILIATED, List.of("responsibilities", "groupIds")));
    }

    /** Every option without a default provides the data of a rule, except the name of the source and the meter points of other files. */
    @Test
    void everyOptionWithoutADefaultIsNamedByARule() throws ReflectiveOperationException {
        Set<String> empty = new TreeSet<>();
        for (Method accessor : ValidationOptions.class.getMethods()) {
            if (accessor.getParameterCount() == 0 && accessor.getDeclaringClass() == ValidationOptions.class) {
                Object value =
                        Modifier.isStatic(accessor.getModifiers()) ? "" : accessor.invoke(ValidationOptions.defaults());
                if (Set.of(Optional.empty(), Map.of(), Addressee.ANY, Responsibilities.UNSTATED)
                        .contains(value)) {
                    empty.add(accessor.getName());
                }
            }
        }
        assertThat(empty.removeAll(Set.of("sourceName", "seenMeterPoints"))).isTrue();
        assertThat(Arrays.stream(Rule.Data.values()).map(Rule.Data::option)).containsExactlyInAnyOrderElementsOf(empty);
        assertThat(Arrays.stream(Rule.values()).flatMap(rule -> rule.data().stream()))
                .contains(Rule.Data.values());
    }

    private static String describe(Rule rule) {
        return String.join(
                "|",
                rule.name(),
                rule.group().name(),
                rule.severity().name(),
                rule.isEssential() ? "essential" : "",
                rule.clause());
    }

    private static String squeeze(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }
}
