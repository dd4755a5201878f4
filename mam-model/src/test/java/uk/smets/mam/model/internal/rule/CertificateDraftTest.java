package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

class CertificateDraftTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final String ISSUER = "CN=Z1,OU=07";
    private static final CertificateSlot SLOT = CertificateSlot.ESME_SUPPLIER_CRITICAL;
    private static final CertificateSlot OTHER = CertificateSlot.GSME_SUPPLIER_NON_CRITICAL;
    private static final CertificateFields NO_FIELDS = new CertificateFields(0, 0);

    /** The twenty fields of a row: the ten Serial Numbers (0: none), and which Issuer Names are given. */
    private record Row(List<Integer> serials, List<Boolean> issuers) {}

    private final CertificateDraft draft = new CertificateDraft();

    @Test
    void rowWithoutCertificatesHasNone() {
        assertThat(draft.complete(0)).isFalse();
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields()).isEqualTo(NO_FIELDS);
    }

    @Test
    void certificateConsistsOfItsTwoFields() {
        give(SLOT, 7, ISSUER);
        give(OTHER, 8, ISSUER);
        assertThat(draft.complete(given(SLOT) | given(OTHER))).isTrue();
        assertThat(draft.ids()).isEqualTo(ids(SLOT, 7, OTHER, 8));
        assertThat(draft.fields()).isEqualTo(CertificateFields.of(draft.ids()));
    }

    @Test
    void rowWithTheSameFieldsHasTheSameCertificates() {
        give(SLOT, 7, ISSUER);
        draft.complete(given(SLOT));
        CertificateIds first = draft.ids();
        assertThat(draft.complete(given(SLOT))).isFalse();
        assertThat(draft.ids()).isSameAs(first);
        assertThat(draft.fields()).isEqualTo(CertificateFields.of(first));
    }

    @Test
    void issuerNameWithoutAReadableSerialNumberIsKept() {
        give(SLOT, 7, ISSUER);
        draft.serialNumber(OTHER, null);
        draft.issuerName(OTHER, "Z1");
        draft.complete(given(SLOT) | given(OTHER));
        assertThat(draft.fields().loneIssuers()).isEqualTo(Map.of(OTHER, "Z1"));
        draft.serialNumber(OTHER, BigInteger.TEN);
        draft.complete(given(SLOT) | given(OTHER));
        assertThat(draft.fields().loneIssuers()).isEmpty();
        draft.serialNumber(SLOT, null);
        draft.issuerName(SLOT, " ");
        draft.complete(given(SLOT) | given(OTHER));
        assertThat(draft.fields().loneIssuers()).isEmpty();
    }

    @Test
    void fieldThatIsReadAgainDoesNotChangeTheOthers() {
        give(SLOT, 7, ISSUER);
        give(OTHER, 8, ISSUER);
        draft.complete(given(SLOT) | given(OTHER));
        draft.serialNumber(OTHER, BigInteger.valueOf(9));
        assertThat(draft.complete(given(SLOT) | given(OTHER))).isTrue();
        assertThat(draft.ids()).isEqualTo(ids(SLOT, 7, OTHER, 9));
        draft.serialNumber(SLOT, null);
        draft.issuerName(SLOT, null);
        assertThat(draft.complete(given(OTHER))).isTrue();
        assertThat(draft.ids())
                .isEqualTo(CertificateIds.of(slot -> slot == OTHER ? Optional.of(id(9)) : Optional.empty()));
        assertThat(draft.fields()).isEqualTo(CertificateFields.of(draft.ids()));
    }

    @Test
    void certificatesOfAlternatingRowsAreTheSameObjects() {
        give(SLOT, 7, ISSUER);
        draft.complete(given(SLOT));
        CertificateIds first = draft.ids();
        give(SLOT, 8, ISSUER);
        draft.complete(given(SLOT));
        CertificateIds second = draft.ids();
        give(SLOT, 7, ISSUER);
        draft.complete(given(SLOT));
        assertThat(draft.ids()).isSameAs(first);
        give(SLOT, 8, ISSUER);
        draft.complete(given(SLOT));
        assertThat(draft.ids()).isSameAs(second);
    }

    @Test
    void oneOfTwoFieldsIsGivenButIsNotACertificate() {
        draft.serialNumber(SLOT, BigInteger.valueOf(7));
        draft.issuerName(SLOT, null);
        draft.complete(serialOf(SLOT));
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields().hasSerial(SLOT)).isTrue();
        assertThat(draft.fields().hasIssuer(SLOT)).isFalse();
        draft.serialNumber(SLOT, null);
        draft.issuerName(SLOT, ISSUER);
        draft.complete(issuerOf(SLOT));
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields().hasSerial(SLOT)).isFalse();
        assertThat(draft.fields().hasIssuer(SLOT)).isTrue();
    }

    @Test
    void unreadableFieldIsGivenButIsNotACertificate() {
        draft.serialNumber(SLOT, null);
        draft.issuerName(SLOT, ISSUER);
        draft.complete(given(SLOT));
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields().hasSerial(SLOT)).isTrue();
        assertThat(draft.fields().hasIssuer(SLOT)).isTrue();
    }

    @Test
    void issuerNameOfSpacesIsNotGiven() {
        give(SLOT, 7, "   ");
        draft.complete(given(SLOT));
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields().hasSerial(SLOT)).isTrue();
        assertThat(draft.fields().hasIssuer(SLOT)).isFalse();
    }

    @Test
    void rowsMayAllHaveDifferentCertificates() {
        for (int serial = 1; serial <= 5_000; serial++) {
            give(SLOT, serial, ISSUER);
            give(OTHER, serial + 1, ISSUER);
            assertThat(draft.complete(given(SLOT) | given(OTHER))).isTrue();
            assertThat(draft.ids()).isEqualTo(ids(SLOT, serial, OTHER, serial + 1));
        }
    }

    @Property(tries = 200)
    void rowsHaveTheCertificatesOfTheirFieldsAfterAnyOtherRow(@ForAll("rows") List<Row> rows) {
        CertificateDraft reused = new CertificateDraft();
        Row before = new Row(Collections.nCopies(10, 0), Collections.nCopies(10, false));
        for (Row row : rows) {
            reused.complete(read(reused, before, row));
            assertThat(reused.ids()).isEqualTo(CertificateIds.of(slot -> certificate(row, SLOTS.indexOf(slot))));
            for (CertificateSlot slot : SLOTS) {
                assertThat(reused.fields().hasSerial(slot))
                        .isEqualTo(row.serials().get(SLOTS.indexOf(slot)) > 0);
                assertThat(reused.fields().hasIssuer(slot))
                        .isEqualTo(row.issuers().get(SLOTS.indexOf(slot)));
            }
            before = row;
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<List<Integer>> serials =
                Arbitraries.integers().between(0, 2).list().ofSize(10);
        Arbitrary<List<Boolean>> issuers =
                Arbitraries.of(true, true, false).list().ofSize(10);
        return Combinators.combine(serials, issuers)
                .as(Row::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** Sets the fields of the draft that differ from the row before, as readers do. */
    private static long read(CertificateDraft into, Row before, Row row) {
        long given = 0;
        for (CertificateSlot slot : SLOTS) {
            int at = SLOTS.indexOf(slot);
            int serial = row.serials().get(at);
            if (serial != before.serials().get(at)) {
                into.serialNumber(slot, serial == 0 ? null : BigInteger.valueOf(serial));
            }
            if (!row.issuers().get(at).equals(before.issuers().get(at))) {
                into.issuerName(slot, row.issuers().get(at) ? ISSUER : null);
            }
            given |= (serial == 0 ? 0 : serialOf(slot)) | (row.issuers().get(at) ? issuerOf(slot) : 0);
        }
        return given;
    }

    private static Optional<CertificateId> certificate(Row row, int at) {
        int serial = row.serials().get(at);
        return serial > 0 && row.issuers().get(at) ? Optional.of(id(serial)) : Optional.empty();
    }

    private void give(CertificateSlot slot, int serial, @Nullable String issuer) {
        draft.serialNumber(slot, BigInteger.valueOf(serial));
        draft.issuerName(slot, issuer);
    }

    private static long given(CertificateSlot slot) {
        return serialOf(slot) | issuerOf(slot);
    }

    private static long serialOf(CertificateSlot slot) {
        return 1L << (2 * SLOTS.indexOf(slot));
    }

    private static long issuerOf(CertificateSlot slot) {
        return 1L << (2 * SLOTS.indexOf(slot) + 1);
    }

    private static CertificateId id(int serial) {
        return new CertificateId(BigInteger.valueOf(serial), ISSUER);
    }

    private static CertificateIds ids(CertificateSlot one, int serial, CertificateSlot other, int otherSerial) {
        return CertificateIds.of(slot -> slot == one
                ? Optional.of(id(serial))
                : slot == other ? Optional.of(id(otherSerial)) : Optional.empty());
    }
}
