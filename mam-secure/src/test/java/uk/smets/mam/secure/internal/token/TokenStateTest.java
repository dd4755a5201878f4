package uk.smets.mam.secure.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags of CK_TOKEN_INFO (PKCS #11 v2.40, 3.2); most tokens never set those for wrong PINs. */
class TokenStateTest {
    @ParameterizedTest
    @CsvSource({
        "40D, the token does not report how many tries are left",
        "1040D, 'the token has counted wrong PINs, and locks after a few more'",
        "3040D, 'one try is left before the token locks'",
        "7040D, the token is locked now"
    })
    void flagsDetermineTheReportedNumberOfTries(String flags, String tries) {
        assertThat(new TokenState(1, "mam-test", Long.parseLong(flags, 16)).tries())
                .isEqualTo(tries);
    }

    @Test
    void oneFlagEachMarksATokenAsLockedOrInitialised() {
        assertThat(new TokenState(1, "", 0x40000).isLocked()).isTrue();
        assertThat(new TokenState(1, "", 0x3FFFF).isLocked()).isFalse();
        assertThat(new TokenState(1, "", 0x400).isInitialised()).isTrue();
        assertThat(new TokenState(1, "", 0x7F3FF).isInitialised()).isFalse();
    }
}
