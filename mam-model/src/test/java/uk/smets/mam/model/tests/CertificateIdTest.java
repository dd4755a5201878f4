package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.CertificateId;

class CertificateIdTest {
    private static final String ISSUER = "CN=Z1,OU=07";
    private static final String LARGEST = "99999999999999999999999999999999999999999999";

    @Test
    void idHasTheSerialNumberAndTheIssuerNameOfItsCertificate() {
        CertificateId id = CertificateId.of("145968135742498135214725983614725983614", ISSUER);
        assertThat(id.serialNumber()).isEqualTo(new BigInteger("145968135742498135214725983614725983614"));
        assertThat(id.issuerName()).isEqualTo(ISSUER);
        assertThat(id).hasToString("145968135742498135214725983614725983614,CN=Z1,OU=07");
    }

    @Property
    void everySerialNumberOfUpToFortyFourDigitsReadsBack(
            @ForAll @BigRange(min = "1", max = LARGEST) BigInteger serialNumber) {
        assertThat(CertificateId.of(serialNumber.toString(), ISSUER))
                .isEqualTo(new CertificateId(serialNumber, ISSUER));
    }

    @Property
    void anyNonBlankPrintableAsciiIsAnIssuerName(@ForAll @NotBlank @CharRange(from = ' ', to = '~') String issuerName) {
        assertThat(CertificateId.of("7", issuerName).issuerName()).isEqualTo(issuerName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "07", "-7", "+7", " 7", "7 ", "1,000", "1A", "1.5E+38", "\uFF17", "\u0667"})
    void serialNumberOtherThanDecimalDigitsIsRejected(String serialNumber) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateId.of(serialNumber, ISSUER))
                .withMessage(
                        "a certificate's Serial Number is written in decimal digits, without sign or leading zeros");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1" + "00000000000000000000000000000000000000000000"})
    void serialNumberOfZeroOrMoreThanFortyFourDigitsIsRejected(String serialNumber) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateId(new BigInteger(serialNumber), ISSUER))
                .withMessage(
                        "a certificate's Serial Number is a positive number of at most 44 digits; got " + serialNumber);
    }

    @Test
    void largestSerialNumberHasFortyFourDigits() {
        assertThat(CertificateId.of(LARGEST, ISSUER).serialNumber()).hasToString(LARGEST);
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateId.of(LARGEST + "0", ISSUER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CN=Z1\n", "CN=\u00C9,OU=07", "CN=Z1\u2013,OU=07", "CN=\u0000", "CN=\u007F"})
    void issuerNameThatAFileCannotHaveIsRejected(String issuerName) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateId.of("7", issuerName))
                .withMessage("a certificate's Issuer Name is 1 to 65,536 printable ASCII characters and not blank");
    }

    @Test
    void issuerNameHasAtMostSixtyFourKibibytes() {
        assertThat(CertificateId.of("7", "N".repeat(65_536)).issuerName()).hasSize(65_536);
        assertThatIllegalArgumentException().isThrownBy(() -> CertificateId.of("7", "N".repeat(65_537)));
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateId.of(null, ISSUER))
                .withMessage("serialNumber");
        assertThatNullPointerException()
                .isThrownBy(() -> new CertificateId(null, ISSUER))
                .withMessage("serialNumber");
        assertThatNullPointerException()
                .isThrownBy(() -> CertificateId.of("7", null))
                .withMessage("issuerName");
    }
}
