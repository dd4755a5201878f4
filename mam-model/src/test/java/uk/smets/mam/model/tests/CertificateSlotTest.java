package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.smets.mam.model.CertificateSlot;
import uk.smets.mam.model.CertificateSlot.Device;
import uk.smets.mam.model.CertificateSlot.Role;

class CertificateSlotTest {
    @Test
    void slotsHaveTheOrderAndTheNamesOfTheMam() {
        assertThat(CertificateSlot.values())
                .extracting(CertificateSlot::title)
                .containsExactly(
                        "ESME Supplier Certificate Id (Critical)",
                        "ESME Supplier Certificate Id (Non-Critical)",
                        "ESME Network Operator Certificate Id (Critical)",
                        "ESME Network Operator Certificate Id (Non-Critical)",
                        "GPF Supplier Certificate Id (Critical)",
                        "GPF Supplier Certificate Id (Non-Critical)",
                        "GPF Network Operator Certificate Id (Critical)",
                        "GPF Network Operator Certificate Id (Non-Critical)",
                        "GSME Supplier Certificate Id (Critical)",
                        "GSME Supplier Certificate Id (Non-Critical)");
    }

    @Test
    void codesConsistOfDeviceRoleAndKind() {
        for (CertificateSlot slot : CertificateSlot.values()) {
            assertThat(slot.name())
                    .isEqualTo(slot.device() + "_" + slot.role() + (slot.isCritical() ? "_CRITICAL" : "_NON_CRITICAL"));
        }
    }

    @Test
    void pairHasOneDeviceAndOneParty() {
        for (CertificateSlot slot : CertificateSlot.values()) {
            CertificateSlot other = slot.otherOfPair();
            assertThat(other.device()).isEqualTo(slot.device());
            assertThat(other.role()).isEqualTo(slot.role());
            assertThat(other.isCritical()).isNotEqualTo(slot.isCritical());
            assertThat(other.otherOfPair()).isEqualTo(slot);
        }
    }

    @Test
    void onlySupplierCertificatesAreMandatory() {
        assertThat(CertificateSlot.values())
                .filteredOn(CertificateSlot::isMandatory)
                .hasSize(6)
                .allMatch(slot -> slot.role() == Role.SUPPLIER);
        assertThat(CertificateSlot.values())
                .filteredOn(slot -> !slot.isMandatory())
                .hasSize(4)
                .allMatch(slot -> slot.role() == Role.NETWORK_OPERATOR);
    }

    @Test
    void onlyTheEsmeBelongsToTheMpan() {
        assertThat(Device.ESME.isElectricity()).isTrue();
        assertThat(Device.GPF.isElectricity()).isFalse();
        assertThat(Device.GSME.isElectricity()).isFalse();
    }
}
