package uk.smets.mam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.smets.mam.model.CertificateSlot.ESME_SUPPLIER_CRITICAL;
import static uk.smets.mam.model.CertificateSlot.GSME_SUPPLIER_NON_CRITICAL;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateId;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificateSlot;

class CertificateDraftTest {
    // A bit for each of the twenty fields.
    private static final long FIRST_PAIR = 0b11;
    private static final long LAST_PAIR = 0b11L << 18;

    private final CertificateDraft draft = new CertificateDraft();

    @Test
    void certificateIsMadeOfItsTwoFields() {
        draft.serialNumber(ESME_SUPPLIER_CRITICAL, BigInteger.TEN);
        draft.issuerName(ESME_SUPPLIER_CRITICAL, "CN=Z1,OU=07");
        assertThat(draft.complete(FIRST_PAIR)).isTrue();
        assertThat(draft.ids().get(ESME_SUPPLIER_CRITICAL)).contains(new CertificateId(BigInteger.TEN, "CN=Z1,OU=07"));
        assertThat(draft.fields()).isEqualTo(new CertificateFields(1, 1));
    }

    @Test
    void nothingChangesWhereNoFieldDoes() {
        assertThat(draft.complete(0)).isFalse();
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        draft.serialNumber(ESME_SUPPLIER_CRITICAL, BigInteger.TEN);
        draft.issuerName(ESME_SUPPLIER_CRITICAL, "CN=Z1,OU=07");
        draft.complete(FIRST_PAIR);
        CertificateIds before = draft.ids();
        assertThat(draft.complete(FIRST_PAIR)).isFalse();
        assertThat(draft.ids()).isSameAs(before);
    }

    @Test
    void certificatesThatComeAgainAreTheSameObjects() {
        CertificateIds first = idsOf(BigInteger.ONE);
        idsOf(BigInteger.TWO);
        assertThat(idsOf(BigInteger.ONE)).isSameAs(first);
    }

    private CertificateIds idsOf(BigInteger serial) {
        draft.serialNumber(ESME_SUPPLIER_CRITICAL, serial);
        draft.issuerName(ESME_SUPPLIER_CRITICAL, "CN=Z1,OU=07");
        draft.complete(FIRST_PAIR);
        return draft.ids();
    }

    @Test
    void fieldThatCannotBeReadIsGivenAllTheSame() {
        draft.serialNumber(GSME_SUPPLIER_NON_CRITICAL, null);
        draft.issuerName(GSME_SUPPLIER_NON_CRITICAL, "CN=Z1,OU=07");
        draft.complete(LAST_PAIR);
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        int last = 1 << 9;
        assertThat(draft.fields()).isEqualTo(new CertificateFields(last, last));
    }

    @Test
    void blankIssuerNamesNone() {
        draft.serialNumber(ESME_SUPPLIER_CRITICAL, BigInteger.TEN);
        draft.issuerName(ESME_SUPPLIER_CRITICAL, " ");
        draft.complete(FIRST_PAIR);
        assertThat(draft.ids()).isEqualTo(CertificateIds.NONE);
        assertThat(draft.fields()).isEqualTo(new CertificateFields(1, 0));
    }

    @Test
    void columnsOfACertificateAreNamedAsTheMamNamesThem() {
        assertThat(CertificateColumn.serialNumber(ESME_SUPPLIER_CRITICAL))
                .isEqualTo(new CertificateColumn(
                        "ESME Supplier Certificate Id (Critical) \u2013 Serial Number",
                        "esmeSupplierCriticalSerialNumber",
                        "mandatory if MPAN is specified"));
        assertThat(CertificateColumn.issuerName(GSME_SUPPLIER_NON_CRITICAL))
                .isEqualTo(new CertificateColumn(
                        "GSME Supplier Certificate Id (Non-Critical) \u2013 Issuer Name",
                        "gsmeSupplierNonCriticalIssuerName",
                        "mandatory if Serial Number is specified"));
        assertThat(Arrays.stream(CertificateSlot.values())
                        .map(CertificateColumn::serialNumber)
                        .map(CertificateColumn::optionality))
                .contains("optional", "mandatory if MPRN is specified");
    }
}
