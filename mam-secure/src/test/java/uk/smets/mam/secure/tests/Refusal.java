package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;

/** The refusal of an operation of the secure exchange. */
final class Refusal {
    private Refusal() {}

    /** Asserts a refusal under that rule that contains no password, and returns its message. */
    static AbstractStringAssert<?> of(Rule rule, ThrowingCallable operation) {
        SecureExchangeException refusal = ofAny(operation);
        assertThat(refusal.rule()).as(refusal.getMessage()).isEqualTo(rule);
        return assertThat(refusal.getMessage());
    }

    /** Asserts a refusal under any rule that contains no password. */
    static SecureExchangeException ofAny(ThrowingCallable operation) {
        SecureExchangeException refusal = catchThrowableOfType(SecureExchangeException.class, operation);
        assertThat(refusal).as("refusal").isNotNull();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContainIgnoringCase(Sample.MD5);
        }
        return refusal;
    }
}
