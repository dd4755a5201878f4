package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

class MigrationAuthorisationHeaderTest {
    private static final UserId USER_ID = UserId.of("70-B3-D5-1F-30-00-A0-01");

    private static final MigrationAuthorisationHeader HEADER =
            new MigrationAuthorisationHeader(USER_ID, true, Smso.CGI);

    @Test
    void headerHasThreeFields() {
        assertThat(HEADER.userId()).isEqualTo(USER_ID);
        assertThat(HEADER.commissionedByDcc()).isTrue();
        assertThat(HEADER.smso()).isEqualTo(Smso.CGI);
        assertThat(HEADER).isNotEqualTo(new MigrationAuthorisationHeader(USER_ID, false, Smso.CGI));
    }

    @Test
    void fileNameConsistsOfTheHeaderAndTheTimeInUtc() {
        Instant instant = Instant.parse("2018-12-07T13:44:12.5Z");
        assertThat(HEADER.fileName(Clock.fixed(instant, ZoneOffset.ofHours(5))))
                .hasToString("MA_CGI_70-B3-D5-1F-30-00-A0-01_20181207_134412.csv")
                .isEqualTo(HEADER.fileName(instant));
    }

    @Test
    void fileNameAgreesIfItsSmsoAndUserIdAreThoseOfTheHeader() {
        MigrationAuthorisationFileName name = HEADER.fileName(Instant.EPOCH);
        assertThat(HEADER.agreesWith(name)).isTrue();
        assertThat(new MigrationAuthorisationHeader(USER_ID, false, Smso.CGI).agreesWith(name))
                .isTrue();
        assertThat(new MigrationAuthorisationHeader(USER_ID, true, Smso.TRL).agreesWith(name))
                .isFalse();
        assertThat(new MigrationAuthorisationHeader(new UserId(1), true, Smso.CGI).agreesWith(name))
                .isFalse();
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationAuthorisationHeader(null, true, Smso.CGI))
                .withMessage("userId");
        assertThatNullPointerException()
                .isThrownBy(() -> new MigrationAuthorisationHeader(USER_ID, true, null))
                .withMessage("smso");
        assertThatNullPointerException()
                .isThrownBy(() -> HEADER.fileName((Clock) null))
                .withMessage("clock");
        assertThatNullPointerException()
                .isThrownBy(() -> HEADER.agreesWith(null))
                .withMessage("fileName");
    }
}
