package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;

/** What an operation of the secure exchange says when it refuses. */
final class Refusal {
    private Refusal() {}

    /** The words of the refusal, which has to be under that rule, and tells no password. */
    static AbstractStringAssert<?> of(Rule rule, ThrowingCallable operation) {
        SecureExchangeException refusal = ofAny(operation);
        assertThat(refusal.rule()).as(refusal.getMessage()).isEqualTo(rule);
        return assertThat(refusal.getMessage());
    }

    /** The refusal, under whatever rule, which tells no password. */
    static SecureExchangeException ofAny(ThrowingCallable operation) {
        SecureExchangeException refusal = catchThrowableOfType(SecureExchangeException.class, operation);
        assertThat(refusal).as("refusal").isNotNull();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContainIgnoringCase(Sample.MD5);
        }
        return refusal;
    }
}
