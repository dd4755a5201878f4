package uk.smets.mam.secure.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;

class SecureExchangeExceptionTest {
    @Test
    void exceptionHasARuleAndAMessage() {
        IOException cause = new IOException("underneath");
        SecureExchangeException exception = new SecureExchangeException(Rule.ARCHIVE_CORRUPT, "truncated", cause);
        assertThat(exception.rule()).isEqualTo(Rule.ARCHIVE_CORRUPT);
        assertThat(exception).hasMessage("truncated").hasCause(cause);
        assertThat(new SecureExchangeException(Rule.ARCHIVE_CORRUPT, "the same"))
                .hasNoCause();
    }

    @Test
    void ruleSurvivesSerialisation() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new SecureExchangeException(Rule.ARCHIVE_CORRUPT, "truncated"));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            SecureExchangeException read = (SecureExchangeException) in.readObject();
            assertThat(read.rule()).isEqualTo(Rule.ARCHIVE_CORRUPT);
            assertThat(read).hasMessage("truncated");
        }
    }

    @Test
    void ruleOfADocumentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SecureExchangeException(Rule.MPAN_FORMAT, "digits"))
                .withMessageContaining("MPAN_FORMAT");
    }

    @Test
    void ruleAndMessageAreRequired() {
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException((Rule) null, "digits"))
                .withMessage("rule");
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException((SecureExchangeException.Code) null, "digits"))
                .withMessage("code");
        assertThatNullPointerException()
                .isThrownBy(() -> new SecureExchangeException(Rule.ARCHIVE_CORRUPT, null))
                .withMessage("message");
    }
}
