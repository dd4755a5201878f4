package uk.smets.mam.model.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.MigrationWeek;
import uk.smets.mam.model.Mpan;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.internal.json.ObjectForm.Member;

class JsonFormsTest {
    /** An object with a mandatory member, an optional one and one of a certificate. */
    private record Thing(
            Mpan mpan, @Nullable Boolean urgent, @Nullable String issuer) {}

    private static final class Draft {
        private @Nullable Mpan mpan;
        private @Nullable Boolean urgent;

        Thing build() {
            return new Thing(Objects.requireNonNull(mpan), urgent, null);
        }
    }

    private static final ObjectForm<Thing, Draft> THING = new ObjectForm<>(
            Thing.class,
            List.of(
                    new Member<>("mpan", true, ValueForms.MPAN, Thing::mpan, (draft, value) -> draft.mpan = value),
                    new Member<>(
                            "urgent", false, ValueForms.BOOLEAN, Thing::urgent, (draft, value) -> draft.urgent = value),
                    new Member<>("issuer", false, ValueForms.ISSUER_NAME, Thing::issuer, (draft, value) -> {})),
            Draft::new,
            Draft::build);

    @Test
    void valuesAreTheirText() {
        assertThat(ValueForms.USER_ID.write(new UserId(-1))).isEqualTo("FF-FF-FF-FF-FF-FF-FF-FF");
        assertThat(ValueForms.USER_ID.read("FF-FF-FF-FF-FF-FF-FF-FF")).isEqualTo(new UserId(-1));
        assertThat(ValueForms.SMSO.read("CGI")).isEqualTo(Smso.CGI);
        assertThat(ValueForms.MIGRATION_WEEK.read("20190805")).isEqualTo(MigrationWeek.of(LocalDate.of(2019, 8, 5)));
        assertThat(ValueForms.DATE.read("2019-08-05")).isEqualTo(LocalDate.of(2019, 8, 5));
        assertThat(ValueForms.SERIAL_NUMBER.read("12")).isEqualTo(BigInteger.valueOf(12));
        assertThat(ValueForms.CERTIFICATE_ID.read("12,CN=Z1,OU=07")).isEqualTo(CertificateId.of("12", "CN=Z1,OU=07"));
        assertThat(ValueForms.SEC_PARTY_SIGNIFIERS.write(List.of(SecPartySignifier.of("EXSUPP"))))
                .isEqualTo(List.of("EXSUPP"));
        assertThat(ValueForms.SEC_PARTY_SIGNIFIERS.type()).isEqualTo(List.class);
    }

    @Test
    void invalidValuesAreDescribed() {
        assertProblem(ValueForms.MPAN, 1L, "an MPAN is a string in JSON");
        assertProblem(ValueForms.BOOLEAN, "Y", "this is true or false in JSON, without quotes");
        assertProblem(ValueForms.SEC_PARTY_SIGNIFIERS, "EXSUPP", "this is an array in JSON");
        assertProblem(THING, "mpan", "this is an object in JSON");
        String date = "a date in JSON is a valid date as YYYY-MM-DD, for example 2019-08-05";
        assertProblem(ValueForms.DATE, "20190805", date);
        assertProblem(ValueForms.DATE, "2019-02-30", date);
        String week = "a Migration Week is given by its Monday as YYYYMMDD, for example 20190805";
        assertProblem(ValueForms.MIGRATION_WEEK, "2019-08-05", week);
        assertProblem(ValueForms.MIGRATION_WEEK, "20190230", week);
        assertProblem(
                ValueForms.CERTIFICATE_ID,
                "12",
                "a certificate ID is its Serial Number and its Issuer Name, joined by a comma");
    }

    private static void assertProblem(JsonForm<?> form, Object json, String message) {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> form.read(json))
                .withMessage(message)
                .satisfies(e -> assertThat(e.path()).isEmpty());
    }

    @Test
    void objectsHaveMembersInOrderAndLeaveOutWhatIsAbsent() {
        assertThat(THING.names()).containsExactly("mpan", "urgent", "issuer");
        Thing thing = new Thing(Mpan.of("1312345678907"), true, null);
        assertThat(THING.write(thing)).isEqualTo(Map.of("mpan", "1312345678907", "urgent", true));
        assertThat(THING.read(THING.write(thing))).isEqualTo(thing);
    }

    @Test
    void problemsNameTheMember() {
        assertMember(Map.of("urgent", true), "mpan", "this member is mandatory");
        assertMember(Map.of("mpan", "1"), "mpan", "an MPAN is 13 digits, 0 to 9; got 1 character");
        assertMember(
                Map.of("mpan", "1312345678907", "issuer", "CN=Z1"),
                "issuer",
                "a certificate needs both its Serial Number and its Issuer Name");
    }

    private static void assertMember(Map<String, Object> json, String member, String message) {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> THING.read(json))
                .withMessage(message)
                .satisfies(e -> assertThat(e.path()).containsExactly(member));
    }

    /** The formats of documents are in other modules. */
    @Test
    void noFormsOfDocumentsAreInstalledHere() {
        assertThat(DocumentForms.installed()).isEmpty();
    }
}
