package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.Smso;

class SmsoTest {
    @ParameterizedTest
    @CsvSource({
        "BRG, British Gas",
        "CGI, Instant Energy",
        "EDM, EDMI",
        "MDS, Morrison Data Services",
        "NPW, NPower",
        "SCM, Secure Meters",
        "TRL, Trilliant",
    })
    void codeDenotesTheOperatorOfClause722(String code, String fullName) {
        Smso smso = Smso.of(code);
        assertThat(smso.fullName()).isEqualTo(fullName);
        assertThat(smso).hasToString(code);
        assertThat(Smso.find(code)).contains(smso);
    }

    @Test
    void thereAreSevenOperators() {
        assertThat(Smso.values()).hasSize(7);
    }

    @Test
    void supersededCodeIsKnownButNotValid() {
        assertThat(Smso.findSuperseded("BTG")).contains(Smso.BRG);
        assertThat(Smso.find("BTG")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smso.of("BTG"))
                .withMessage("an SMSO is one of BRG, CGI, EDM, MDS, NPW, SCM, TRL; BTG is the superseded code of BRG");
    }

    @ParameterizedTest
    @EnumSource
    void validCodeIsNotSuperseded(Smso smso) {
        assertThat(Smso.findSuperseded(smso.toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INF", "cgi", "CGI ", "CG", "btg", "British Gas"})
    void otherTextIsNotAnOperator(String code) {
        assertThat(Smso.find(code)).isEmpty();
        assertThat(Smso.findSuperseded(code)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smso.of(code))
                .withMessageStartingWith("an SMSO is one of BRG, CGI, EDM, MDS, NPW, SCM, TRL; got ");
    }

    @Test
    void messageRepeatsOnlyTextAsShortAsACode() {
        assertThatIllegalArgumentException().isThrownBy(() -> Smso.of("INF")).withMessageEndingWith("; got \"INF\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Smso.of("1312345678907"))
                .withMessageEndingWith("; got 13 characters");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> Smso.of(null)).withMessage("code");
        assertThatNullPointerException().isThrownBy(() -> Smso.find(null)).withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> Smso.findSuperseded(null))
                .withMessage("code");
    }
}
