package uk.smets.mam.model.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.smets.mam.model.CertificateSlot;

class CertificateColumnTest {
    @Test
    void fieldsHaveTheNamesAndTheOrderOfTheTableInTheMam() {
        assertThat(columns().map(CertificateColumn::name))
                .containsExactly(
                        "ESME Supplier Certificate Id (Critical) \u2013 Serial Number",
                        "ESME Supplier Certificate Id (Critical) \u2013 Issuer Name",
                        "ESME Supplier Certificate Id (Non-Critical) \u2013 Serial Number",
                        "ESME Supplier Certificate Id (Non-Critical) \u2013 Issuer Name",
                        "ESME Network Operator Certificate Id (Critical) \u2013 Serial Number",
                        "ESME Network Operator Certificate Id (Critical) \u2013 Issuer Name",
                        "ESME Network Operator Certificate Id (Non-Critical) \u2013 Serial Number",
                        "ESME Network Operator Certificate Id (Non-Critical) \u2013 Issuer Name",
                        "GPF Supplier Certificate Id (Critical) \u2013 Serial Number",
                        "GPF Supplier Certificate Id (Critical) \u2013 Issuer Name",
                        "GPF Supplier Certificate Id (Non-Critical) \u2013 Serial Number",
                        "GPF Supplier Certificate Id (Non-Critical) \u2013 Issuer Name",
                        "GPF Network Operator Certificate Id (Critical) \u2013 Serial Number",
                        "GPF Network Operator Certificate Id (Critical) \u2013 Issuer Name",
                        "GPF Network Operator Certificate Id (Non-Critical) \u2013 Serial Number",
                        "GPF Network Operator Certificate Id (Non-Critical) \u2013 Issuer Name",
                        "GSME Supplier Certificate Id (Critical) \u2013 Serial Number",
                        "GSME Supplier Certificate Id (Critical) \u2013 Issuer Name",
                        "GSME Supplier Certificate Id (Non-Critical) \u2013 Serial Number",
                        "GSME Supplier Certificate Id (Non-Critical) \u2013 Issuer Name");
    }

    @Test
    void serialNumberOfASupplierIsMandatoryWithItsMeterPoint() {
        String withMpan = "mandatory if MPAN is specified";
        String withMprn = "mandatory if MPRN is specified";
        assertThat(Arrays.stream(CertificateSlot.values())
                        .map(slot -> CertificateColumn.serialNumber(slot).optionality()))
                .containsExactly(
                        withMpan,
                        withMpan,
                        "optional",
                        "optional",
                        withMprn,
                        withMprn,
                        "optional",
                        "optional",
                        withMprn,
                        withMprn);
    }

    @ParameterizedTest
    @EnumSource(CertificateSlot.class)
    void issuerNameIsMandatoryWithItsSerialNumber(CertificateSlot slot) {
        assertThat(CertificateColumn.issuerName(slot).optionality())
                .isEqualTo("mandatory if Serial Number is specified");
    }

    @Test
    void jsonNamesAreTheNamesOfTheMamInOneWord() {
        List<String> names = columns().map(CertificateColumn::jsonName).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
        assertThat(names)
                .startsWith("esmeSupplierCriticalSerialNumber", "esmeSupplierCriticalIssuerName")
                .contains("gpfNetworkOperatorNonCriticalSerialNumber")
                .endsWith("gsmeSupplierNonCriticalSerialNumber", "gsmeSupplierNonCriticalIssuerName");
    }

    private static Stream<CertificateColumn> columns() {
        return Arrays.stream(CertificateSlot.values())
                .flatMap(slot -> Stream.of(CertificateColumn.serialNumber(slot), CertificateColumn.issuerName(slot)));
    }
}
