package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.VerificationReason;

class VerificationReasonTest {
    @Test
    void descriptionHasTheRuleAndTheMessage() {
        assertThat(new VerificationReason(Rule.SIGNER_EXPIRED, "expired in May"))
                .hasToString("SIGNER_EXPIRED: expired in May");
    }

    @Test
    void ruleOfAnotherGroupIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerificationReason(Rule.MPAN_FORMAT, "write 13 digits"))
                .withMessage("rule: one of the secure exchange; got MPAN_FORMAT");
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new VerificationReason(null, "expired in May"))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> new VerificationReason(Rule.SIGNER_EXPIRED, null))
                .withMessage("message");
    }
}
