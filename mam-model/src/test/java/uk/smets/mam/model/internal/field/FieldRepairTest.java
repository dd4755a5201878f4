package uk.smets.mam.model.internal.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.Rule;

/** The damaged texts that each field type repairs, and those that it leaves unchanged. */
class FieldRepairTest {
    private static final Map<String, FieldType<?>> TYPES = Map.of(
            "userId", new UserIdType(),
            "yesNo", new YesNoType(),
            "smso", new SmsoType(),
            "priority", new PriorityType(),
            "date", new DateType(),
            "week", new MigrationWeekType(),
            "mpan", new MpanType(),
            "mprn", new MprnType(),
            "serial", new SerialNumberType(),
            "issuer", new IssuerNameType(64));

    @ParameterizedTest
    @CsvSource({
        "userId,   70-b3-d5-1f-30-00-a0-01, USER_ID_CASE,        70-B3-D5-1F-30-00-A0-01",
        "yesNo,    yes,                     COMMISSIONED_BY_DCC, YES",
        "yesNo,    No,                      COMMISSIONED_BY_DCC, NO",
        "smso,     cgi,                     SMSO_UNKNOWN,        CGI",
        "smso,     BTG,                     SMSO_SUPERSEDED,     BRG",
        "smso,     btg,                     SMSO_SUPERSEDED,     BRG",
        "priority, y,                       PRIORITY_VALUE,      Y",
        "date,     2019-08-05,              DATE_FORMAT,         20190805",
        "week,     2019-08-05,              DATE_FORMAT,         20190805",
        "mprn,     0123456789,              MPRN_LEADING_ZERO,   123456789",
        "serial,   007,                     CERTIFICATE_SERIAL_FORMAT, 7",
    })
    void unambiguousTextIsRepaired(String type, String damaged, Rule rule, String meant) {
        assertThat(TYPES.get(type).repair(damaged)).hasValueSatisfying(repaired -> {
            assertThat(repaired.rule()).isEqualTo(rule);
            assertThat(repaired.text()).isEqualTo(meant);
            assertThat(repaired.description()).isNotBlank().doesNotContain("70-", "2019");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "userId,   70-B3-D5-1F-30-00-A0-01",
        "userId,   70-b3-d5-1f-30-00-a0-0g",
        "userId,   70b3d51f3000a001",
        "yesNo,    YES",
        "yesNo,    y",
        "yesNo,    true",
        "smso,     CGI",
        "smso,     inf",
        "priority, Y",
        "priority, n",
        "priority, yes",
        "date,     20190805",
        "date,     05/08/2019",
        "date,     05-08-2019",
        "date,     2019-8-5",
        "date,     2019-08-05T00:00",
        "week,     43682",
        "mpan,     1.31235E+12",
        "mprn,     0x23456789",
        "serial,   0x11",
        "serial,   000",
        "issuer,   'OU=07, CN=Z1'",
    })
    void correctOrAmbiguousTextIsLeftUnchanged(String type, String text) {
        assertThat(TYPES.get(type).repair(text)).isEmpty();
    }
}
