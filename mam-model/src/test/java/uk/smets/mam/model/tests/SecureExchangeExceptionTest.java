package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.SecureExchangeException.Code;
import uk.smets.mam.model.VerificationReason;

class SecureExchangeExceptionTest {
    @Test
    void everyRuleOfTheSecureExchangeHasACause() {
        Set<Rule> secure = Arrays.stream(Rule.values())
                .filter(rule -> rule.group() == Rule.Group.SECURE)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        assertThat(Set.copyOf(Arrays.stream(Code.values()).map(Code::rule).toList()))
                .isEqualTo(secure);
    }

    @ParameterizedTest
    @CsvSource({
        "ARCHIVE_PASSWORD, ARCHIVE_PASSWORD",
        "TOKEN_ABSENT, TOKEN_NOT_FOUND",
        "TOKEN_PIN, PIN_WRONG",
        "TOKEN_KEY, KEY_NOT_FOUND",
        "KEY_FILE_PASSWORD, KEY_FILE_PASSWORD"
    })
    void codeOfARuleIsItsFirstCause(Rule rule, Code code) {
        SecureExchangeException exception = new SecureExchangeException(rule, "enter it again");
        assertThat(exception.code()).isEqualTo(code);
        assertThat(exception.rule()).isEqualTo(rule);
        assertThat(exception).hasMessage("enter it again").hasNoCause();
    }

    @Test
    void codeHasItsRule() {
        IOException cause = new IOException("no answer");
        SecureExchangeException exception =
                new SecureExchangeException(Code.TOKEN_LOCKED, "the token is locked", cause);
        assertThat(exception.code()).isEqualTo(Code.TOKEN_LOCKED);
        assertThat(exception.rule()).isEqualTo(Rule.TOKEN_PIN);
        assertThat(exception).hasCause(cause);
        assertThat(new SecureExchangeException(Code.TOKEN_LOCKED, "the token is locked"))
                .hasNoCause();
    }

    @Test
    void ruleOfAnotherGroupIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecureExchangeException(Rule.MPAN_FORMAT, "write 13 digits"))
                .withMessage("rule: one of the secure exchange; got MPAN_FORMAT");
    }

    @Test
    void reasonsAreItsOwnAndThoseOfSuppressedExceptions() {
        SecureExchangeException exception = new SecureExchangeException(Code.SIGNER_EXPIRED, "expired in May");
        exception.addSuppressed(new IOException("could not close the file"));
        exception.addSuppressed(new SecureExchangeException(Code.SIGNER_MISMATCH, "signed by another party"));
        assertThat(exception.reasons())
                .containsExactly(
                        new VerificationReason(Rule.SIGNER_EXPIRED, "expired in May"),
                        new VerificationReason(Rule.SIGNER_MISMATCH, "signed by another party"));
    }

    @Test
    void codeAndReasonsSurviveSerialisation() throws Exception {
        SecureExchangeException exception =
                new SecureExchangeException(Code.TOKEN_REMOVED, "insert the token again", new IOException("no answer"));
        exception.addSuppressed(new SecureExchangeException(Code.KEY_UNUSABLE, "the key does not sign"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SecureExchangeException read = (SecureExchangeException) in.readObject();
            assertThat(read).hasMessage("insert the token again").hasRootCauseMessage("no answer");
            assertThat(read.code()).isEqualTo(Code.TOKEN_REMOVED);
            assertThat(read.reasons()).isEqualTo(exception.reasons()).hasSize(2);
        }
    }

    @Test
    void nullArgumentsAreReportedByTheirName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException((Rule) null, "message"))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException((Code) null, "message"))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException(Code.KEY_UNUSABLE, null))
                .withMessage("message");
    }
}
