package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static uk.smets.mam.model.tests.Certificates.NETWORK_OPERATOR;
import static uk.smets.mam.model.tests.Certificates.OTHER;
import static uk.smets.mam.model.tests.Certificates.SUPPLIER;
import static uk.smets.mam.model.tests.Certificates.id;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateIds;
import uk.smets.mam.model.CertificatePair;
import uk.smets.mam.model.CertificateSlot;

class CertificateIdsTest {
    private static final List<CertificateSlot> SLOTS = List.of(CertificateSlot.values());
    private static final CertificatePair NONE = CertificatePair.NONE;

    @Test
    void supplierOfADualFuelRowHasItsCertificatesOnAllThreeDevices() {
        assertThat(CertificateIds.ofSupplier(SUPPLIER))
                .isEqualTo(new CertificateIds(SUPPLIER, NONE, SUPPLIER, NONE, SUPPLIER));
    }

    @Test
    void supplierOfOneFuelHasItsCertificatesOnTheDevicesOfThatFuel() {
        assertThat(CertificateIds.ofElectricitySupplier(SUPPLIER))
                .isEqualTo(new CertificateIds(SUPPLIER, NONE, NONE, NONE, NONE));
        assertThat(CertificateIds.ofGasSupplier(SUPPLIER))
                .isEqualTo(new CertificateIds(NONE, NONE, SUPPLIER, NONE, SUPPLIER));
    }

    @Test
    void networkOperatorsAreSetForEachDeviceSeparately() {
        CertificateIds supplier = CertificateIds.ofSupplier(SUPPLIER);
        assertThat(supplier.withEsmeNetworkOperator(NETWORK_OPERATOR).withGpfNetworkOperator(OTHER))
                .isEqualTo(new CertificateIds(SUPPLIER, NETWORK_OPERATOR, SUPPLIER, OTHER, SUPPLIER));
        assertThat(supplier.esmeNetworkOperator()).isEqualTo(NONE);
    }

    @Test
    void everySlotReturnsItsCertificate() {
        CertificateIds ids = CertificateIds.of(slot -> Optional.of(id(SLOTS.indexOf(slot) + 1L)));
        for (CertificateSlot slot : CertificateSlot.values()) {
            assertThat(ids.get(slot)).as(slot.title()).contains(id(SLOTS.indexOf(slot) + 1L));
        }
        assertThat(ids.esmeSupplier()).isEqualTo(CertificatePair.of(id(1), id(2)));
        assertThat(ids.esmeNetworkOperator()).isEqualTo(CertificatePair.of(id(3), id(4)));
        assertThat(ids.gpfSupplier()).isEqualTo(CertificatePair.of(id(5), id(6)));
        assertThat(ids.gpfNetworkOperator()).isEqualTo(CertificatePair.of(id(7), id(8)));
        assertThat(ids.gsmeSupplier()).isEqualTo(CertificatePair.of(id(9), id(10)));
    }

    @Property
    void omittedSlotsAreEmptyAndTheOthersAreNot(@ForAll Set<CertificateSlot> given) {
        CertificateIds ids = CertificateIds.of(
                slot -> given.contains(slot) ? Optional.of(id(SLOTS.indexOf(slot) + 1L)) : Optional.empty());
        for (CertificateSlot slot : CertificateSlot.values()) {
            assertThat(ids.get(slot).isPresent()).as(slot.title()).isEqualTo(given.contains(slot));
        }
        assertThat(ids.equals(CertificateIds.NONE)).isEqualTo(given.isEmpty());
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateIds(null, NONE, NONE, NONE, NONE))
                .withMessage("esmeSupplier");
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateIds(NONE, null, NONE, NONE, NONE))
                .withMessage("esmeNetworkOperator");
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateIds(NONE, NONE, null, NONE, NONE))
                .withMessage("gpfSupplier");
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateIds(NONE, NONE, NONE, null, NONE))
                .withMessage("gpfNetworkOperator");
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateIds(NONE, NONE, NONE, NONE, null))
                .withMessage("gsmeSupplier");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.ofSupplier(null))
                .withMessage("supplier");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.ofElectricitySupplier(null))
                .withMessage("supplier");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.ofGasSupplier(null))
                .withMessage("supplier");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.of(null))
                .withMessage("certificates");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.NONE.withEsmeNetworkOperator(null))
                .withMessage("networkOperator");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.NONE.withGpfNetworkOperator(null))
                .withMessage("networkOperator");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateIds.NONE.get(null))
                .withMessage("slot");
    }
}
