package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.report.ReportJson;
import uk.smets.mam.csv.tests.JacksonVersion.Unreadable;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.DeviceFirmware;
import uk.smets.mam.model.DeviceId;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.Mprn;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationReport;

/** Values, headers and rows in JSON, with the modules for Jackson 2 and Jackson 3. */
class JacksonTest {
    private static final CertificateId CRITICAL =
            CertificateId.of("98765432109876543210987654321098765432", "CN=Z1,OU=07");
    private static final CertificateId NON_CRITICAL = CertificateId.of("7", "CN=\"Z 1\",OU=07");

    private static final MigrationAuthorisationRow FULL = MigrationAuthorisationRow.builder()
            .mpan(Mpan.of("1312345678907"))
            .mprn(Mprn.of("0123456789"))
            .migrateOn(LocalDate.of(2019, 8, 7))
            .migrationWeek(MigrationWeek.of(LocalDate.of(2019, 8, 5)))
            .priority(true)
            .certificateIds(CertificateIds.ofSupplier(CertificatePair.of(CRITICAL, NON_CRITICAL)))
            .build();

    private static final String FULL_JSON = """
        {"mpan":"1312345678907",\
        "mprn":"0123456789",\
        "migrateOn":"2019-08-07",\
        "migrationWeek":"20190805",\
        "priority":true,\
        "esmeSupplierCriticalSerialNumber":"98765432109876543210987654321098765432",\
        "esmeSupplierCriticalIssuerName":"CN=Z1,OU=07",\
        "esmeSupplierNonCriticalSerialNumber":"7",\
        "esmeSupplierNonCriticalIssuerName":"CN=\\"Z 1\\",OU=07",\
        "gpfSupplierCriticalSerialNumber":"98765432109876543210987654321098765432",\
        "gpfSupplierCriticalIssuerName":"CN=Z1,OU=07",\
        "gpfSupplierNonCriticalSerialNumber":"7",\
        "gpfSupplierNonCriticalIssuerName":"CN=\\"Z 1\\",OU=07",\
        "gsmeSupplierCriticalSerialNumber":"98765432109876543210987654321098765432",\
        "gsmeSupplierCriticalIssuerName":"CN=Z1,OU=07",\
        "gsmeSupplierNonCriticalSerialNumber":"7",\
        "gsmeSupplierNonCriticalIssuerName":"CN=\\"Z 1\\",OU=07"}\
        """;

    /** A class of a caller that has such values. */
    record Order(UserId supplier, List<Mprn> mprns, Map<DeviceId, CertificateId> devices) {}

    @ParameterizedTest
    @EnumSource
    void rowIsWrittenWithTheJsonNamesOfItsFields(JacksonVersion jackson) {
        assertThat(jackson.write(FULL)).isEqualTo(FULL_JSON);
        assertThat(jackson.read(FULL_JSON, MigrationAuthorisationRow.class)).isEqualTo(FULL);
    }

    @ParameterizedTest
    @EnumSource
    void absentFieldsAreOmittedAndNullMeansAbsent(JacksonVersion jackson) {
        MigrationAuthorisationRow row =
                MigrationAuthorisationRow.electricity(Mpan.of("0000000000000")).build();
        assertThat(jackson.write(row)).isEqualTo("{\"mpan\":\"0000000000000\"}");
        assertThat(jackson.read(
                        "{\"mprn\":null,\"priority\":false,\"mpan\":\"0000000000000\"}",
                        MigrationAuthorisationRow.class))
                .isEqualTo(row);
    }

    @ParameterizedTest
    @EnumSource
    void headersAndWholeDocumentsAreObjects(JacksonVersion jackson) {
        MigrationAuthorisation document = new MigrationAuthorisation(
                new MigrationAuthorisationHeader(UserId.of("A1-B2-C3-D4-E5-F6-07-18"), false, Smso.CGI), List.of(FULL));
        String json =
                "{\"header\":{\"userId\":\"A1-B2-C3-D4-E5-F6-07-18\",\"commissionedByDcc\":false,\"smso\":\"CGI\"},"
                        + "\"rows\":[" + FULL_JSON + "]}";
        assertThat(jackson.write(document)).isEqualTo(json);
        assertThat(jackson.read(json, MigrationAuthorisation.class)).isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource
    void valueIsWrittenAsItsTextWhereverItOccurs(JacksonVersion jackson) {
        Order order = new Order(
                UserId.of("A1-B2-C3-D4-E5-F6-07-18"),
                List.of(Mprn.of("0000000012")),
                Map.of(DeviceId.of("00-DB-12-34-56-78-90-A0"), CRITICAL));
        String json = "{\"supplier\":\"A1-B2-C3-D4-E5-F6-07-18\",\"mprns\":[\"0000000012\"],"
                + "\"devices\":{\"00-DB-12-34-56-78-90-A0\":\"98765432109876543210987654321098765432,CN=Z1,OU=07\"}}";
        assertThat(jackson.write(order)).isEqualTo(json);
        assertThat(jackson.read(json, Order.class)).isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfValueIsAString(JacksonVersion jackson) {
        Map<Object, String> values = Map.of(
                UserId.of("FF-FF-FF-FF-FF-FF-FF-FF"),
                "FF-FF-FF-FF-FF-FF-FF-FF",
                Mpan.of("0000000000012"),
                "0000000000012",
                Mprn.of("0000000012"),
                "0000000012",
                new DeviceId(-1),
                "FF-FF-FF-FF-FF-FF-FF-FF",
                NON_CRITICAL,
                "7,CN=\\\"Z 1\\\",OU=07",
                MigrationWeek.of(LocalDate.of(2019, 8, 5)),
                "20190805",
                Smso.BRG,
                "BRG",
                SecPartySignifier.of("EXSUPP"),
                "EXSUPP",
                MarketParticipantId.of("EXG"),
                "EXG",
                MigrationAuthorisationFileName.parse("MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv"),
                "MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv");
        values.forEach((value, text) -> {
            assertThat(jackson.write(value)).isEqualTo('"' + text + '"');
            assertThat((Object) jackson.read('"' + text + '"', value.getClass()))
                    .isEqualTo(value);
        });
    }

    @ParameterizedTest
    @EnumSource
    void groupsOfFieldsAreObjects(JacksonVersion jackson) {
        CertificatePair pair = CertificatePair.of(Optional.of(CRITICAL), Optional.empty());
        assertRoundTrip(jackson, pair, "{\"critical\":\"98765432109876543210987654321098765432,CN=Z1,OU=07\"}");
        assertRoundTrip(jackson, CertificatePair.NONE, "{}");
        assertRoundTrip(
                jackson,
                CertificateIds.ofElectricitySupplier(CertificatePair.of(Optional.empty(), Optional.of(NON_CRITICAL))),
                "{\"esmeSupplierNonCriticalSerialNumber\":\"7\","
                        + "\"esmeSupplierNonCriticalIssuerName\":\"CN=\\\"Z 1\\\",OU=07\"}");
        assertRoundTrip(
                jackson,
                DeviceFirmware.builder().model("M1").targetFirmware("1.10").build(),
                "{\"model\":\"M1\",\"targetFirmware\":\"1.10\"}");
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read("{\"gpfSupplierCriticalSerialNumber\":\"7\"}", CertificateIds.class))
                .withMessageContaining("a certificate needs both its Serial Number and its Issuer Name");
    }

    private static void assertRoundTrip(JacksonVersion jackson, Object value, String json) {
        assertThat(jackson.write(value)).isEqualTo(json);
        assertThat((Object) jackson.read(json, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"mpan":"131234567890"}                | mpan | an MPAN is 13 digits, 0 to 9; got 12 characters
        {"mpan":1312345678907}                 | mpan | an MPAN is a string in JSON
        {"mpan":{"digits":"1312345678907"}}    | mpan | an MPAN is a string in JSON
        {"mpan":["1312345678907"]}             | mpan | an MPAN is a string in JSON
        {"mprn":"12345678901"}                 | mprn | an MPRN is 1 to 10 digits
        {"migrateOn":"05/08/2019"}             | migrateOn | a date in JSON is a valid date as YYYY-MM-DD, for example 2019-08-05
        {"migrateOn":"2019-02-30"}             | migrateOn | a date in JSON is a valid date as YYYY-MM-DD, for example 2019-08-05
        {"migrateOn":"0000-01-01"}             | migrateOn | Migrate on must be in the years 1 to 9999
        {"migrationWeek":"2019-08-05"}         | migrationWeek | a Migration Week is given by its Monday as YYYYMMDD, for example 20190805
        {"migrationWeek":"20190806"}           | migrationWeek | the Monday of its week is 2019-08-05
        {"migrationWeek":"2019080Z"}           | migrationWeek | a Migration Week is given by its Monday as YYYYMMDD, for example 20190805
        {"priority":"Y"}                       | priority | this is true or false in JSON, without quotes
        {"gpfSupplierCriticalSerialNumber":"1e38"} | gpfSupplierCriticalSerialNumber | a certificate's Serial Number is written in decimal digits, without sign or leading zeros
        {"gpfSupplierCriticalIssuerName":" "}  | gpfSupplierCriticalIssuerName | a certificate's Issuer Name is 1 to 65,536 printable ASCII characters and not blank
        {"gpfSupplierCriticalIssuerName":"Z1"} | gpfSupplierCriticalIssuerName | a certificate needs both its Serial Number and its Issuer Name
        {"gsmeSupplierCriticalSerialNumber":"1"} | gsmeSupplierCriticalSerialNumber | a certificate needs both its Serial Number and its Issuer Name
        """)
    void invalidMemberIsReportedByNameWithItsForm(String json, String member, String message) {
        for (JacksonVersion jackson : JacksonVersion.values()) {
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> jackson.read(json, MigrationAuthorisationRow.class))
                    .withMessageContaining(message)
                    .withMessageContaining("[\"" + member + "\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void messageDoesNotRepeatAMeterPoint(JacksonVersion jackson) {
        for (String json : List.of("{\"mpan\":\"13123456789\"}", "{\"mpan\":13123456789}")) {
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> jackson.read(json, MigrationAuthorisationRow.class))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("13123456789"));
        }
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read("{\"13123456789\":1}", new TypeReference<Map<Mpan, Integer>>() {}))
                .withMessageContaining("an MPAN is 13 digits, 0 to 9; got 11 characters");
    }

    @ParameterizedTest
    @EnumSource
    void unknownMemberIsRejectedOrIgnoredAsTheMapperIsConfigured(JacksonVersion jackson) {
        String json = "{\"mpan\":\"1312345678907\",\"colour\":{\"red\":[1,2]},\"priority\":true}";
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read(json, MigrationAuthorisationRow.class))
                .withMessageContaining("\"colour\"")
                .withMessageContaining("\"migrationWeek\"");
        assertThat(jackson.readLeniently(json, MigrationAuthorisationRow.class))
                .isEqualTo(MigrationAuthorisationRow.electricity(Mpan.of("1312345678907"))
                        .priority(true)
                        .build());
    }

    @ParameterizedTest
    @EnumSource
    void headerNeedsAllItsMembers(JacksonVersion jackson) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read(
                        "{\"userId\":\"A1-B2-C3-D4-E5-F6-07-18\",\"smso\":\"CGI\"}",
                        MigrationAuthorisationHeader.class))
                .withMessageContaining("this member is mandatory")
                .withMessageContaining("[\"commissionedByDcc\"]");
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read("[]", MigrationAuthorisationHeader.class))
                .withMessageContaining("this is an object in JSON");
    }

    @ParameterizedTest
    @EnumSource
    void supersededSmsoIsRejectedWithItsReplacement(JacksonVersion jackson) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> jackson.read("\"BTG\"", Smso.class))
                .withMessageContaining("BTG is the superseded code of BRG");
    }

    @ParameterizedTest
    @EnumSource
    void aReportIsWrittenByThePublishedSchemaWithoutTheNameOfTheFile(JacksonVersion jackson) throws IOException {
        ValidationReport report = MigrationAuthorisation.validate(Input.of(
                ("A1-B2-C3-D4-E5-F6-07-18\nYES\nCGI\n131234567890,,,20190805" + ",".repeat(21) + "\n")
                        .getBytes(StandardCharsets.US_ASCII),
                "MA_CGI_A1-B2-C3-D4-E5-F6-07-18_20190731_090000.csv"));
        String json = jackson.write(report.masked());
        assertThat(json)
                .startsWith(
                        "{\"document\":\"MIGRATION_AUTHORISATION\",\"header\":{\"userId\":\"A1-B2-C3-D4-E5-F6-07-18\","
                                + "\"commissionedByDcc\":true,\"smso\":\"CGI\"},\"rows\":1,\"errors\":")
                .contains("\"found\":\"************\"")
                .doesNotContain("131234567890");
        assertThat(unformatted(json.replaceFirst("\\{", "{\"file\":\"ma.csv\",")))
                .isEqualTo(unformatted(ReportJson.of("ma.csv", report.masked())));
        assertThat(jackson.write(report.findings().get(0)))
                .isEqualTo(unformatted(ReportJson.of(report.findings().get(0))));
    }

    /** Returns JSON without white space between its tokens. */
    private static String unformatted(String json) {
        JsonMapper mapper = JsonMapper.shared();
        return mapper.writeValueAsString(mapper.readTree(json));
    }

    /** The names of the fields are unknown without mam-xlsx. */
    @ParameterizedTest
    @EnumSource
    void rowsOfTheWorkbooksNeedTheirModule(JacksonVersion jackson) {
        assertThatThrownBy(() -> jackson.write(MigrationScheduleRow.builder().build()))
                .hasMessageContaining(
                        "the module that knows the fields of a MigrationScheduleRow is not on the class path or module"
                                + " path: add uk.smets.mam:mam-xlsx");
    }

    @Property(tries = 200)
    void writtenJsonReadsBackEqualAndHasNoNumbers(
            @ForAll("documents") MigrationAuthorisation document, @ForAll JacksonVersion jackson) {
        String json = jackson.write(document);
        assertThat(jackson.read(json, MigrationAuthorisation.class)).isEqualTo(document);
        assertThat(tokens(json)).isNotEmpty().noneMatch(JsonToken::isNumeric);
    }

    private static List<JsonToken> tokens(String json) {
        List<JsonToken> tokens = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    @Property(tries = 100)
    void bothVersionsWriteTheSame(@ForAll("documents") MigrationAuthorisation document) {
        assertThat(JacksonVersion.JACKSON_2.write(document)).isEqualTo(JacksonVersion.JACKSON_3.write(document));
    }

    @Provide
    Arbitrary<MigrationAuthorisation> documents() {
        return CheckedAsReadTest.anyDocuments();
    }
}
