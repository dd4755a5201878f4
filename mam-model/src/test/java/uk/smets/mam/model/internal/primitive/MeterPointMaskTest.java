package uk.smets.mam.model.internal.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterPointMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MPAN | 1312345678907 | *************",
                "MPRN | 12x | **x",
                "MPxN | 39-38 | **-**",
                "Group ID | 3938424403 | **********",
                "Group ID | 13 1234 5678 907 | ** **** **** ***",
                "Group ID | 12345 | 12345",
                "Priority | 20190805 | ********",
                "Not Before | 20190805 | 20190805",
                "Not After | 05/08/2019 | 05/08/2019",
                "Migrate on | 2019-08-05 | 2019-08-05",
                "Migration Week | 3938424403 | **********",
                "Migrate on | 18190805 | ********",
            })
    void meterPointInAFieldIsHiddenAndADateInAFieldForDatesIsKept(String field, String text, String masked) {
        assertThat(MeterPointMask.inField(field, text)).isEqualTo(masked);
        assertThat(MeterPointMask.inField(field, masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "1312345678907, *************",
        "3938424403, **********",
        "12345, 12345",
        "13123456789071, 13123456789071",
        "145968135742498135214725983614725983614, 145968135742498135214725983614725983614",
    })
    void serialNumberOfACertificateIsHiddenIfItMayBeAMeterPoint(String text, String masked) {
        assertThat(MeterPointMask.inCertificate(text)).isEqualTo(masked);
        assertThat(MeterPointMask.inField("ESME Supplier Certificate Serial Number", text))
                .isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "Supplier 12345, Supplier 12345",
        "Supplier 123456, Supplier ******",
        "Supplier 13.1234.5678.907, Supplier **.****.****.***",
        "Supplier \u0663\u0669\u0663\u0668\u0664\u0662, Supplier ******",
    })
    void numberOfSixDigitsInANameIsHidden(String name, String masked) {
        assertThat(MeterPointMask.inName(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "MA_CGI_20190731_090000.csv, MA_CGI_20190731_090000.csv",
        "row of 3938424403 in line 12345678, row of ********** in line 12345678",
        "123456789, *********",
    })
    void numberOfNineDigitsInASentenceIsHidden(String text, String masked) {
        assertThat(MeterPointMask.inSentence(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "V12345, V12345",
        "3938424403, **********",
        "123456, ******",
        "012345, 012345",
        "20190805, 20190805",
        "1.2.3456, 1.2.3456",
        "1312345678907, *************",
        "13.1234.5678.907, **.****.****.***",
        "0312345678907, *************",
        "13123456789071, 13123456789071",
    })
    void numberInAFirmwareVersionIsHiddenIfItMayBeAMeterPoint(String version, String masked) {
        assertThat(MeterPointMask.inFirmware(version)).isEqualTo(masked);
    }
}
