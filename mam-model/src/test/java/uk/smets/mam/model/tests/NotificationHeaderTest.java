package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.MarketParticipantId;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.SecPartySignifier;
import uk.smets.mam.model.Smso;

class NotificationHeaderTest {
    private static final List<SecPartySignifier> SIGNIFIERS =
            List.of(SecPartySignifier.of("SUPPL1"), SecPartySignifier.of("SUPPL2"));

    private static final List<MarketParticipantId> IDS =
            List.of(MarketParticipantId.of("ELEC"), MarketParticipantId.of("GAS"));

    private static final NotificationHeader HEADER =
            new NotificationHeader("A Supplier Ltd", SIGNIFIERS, IDS, Smso.CGI);

    @Test
    void headerHasFourFields() {
        assertThat(HEADER.name()).isEqualTo("A Supplier Ltd");
        assertThat(HEADER.secPartySignifiers()).isEqualTo(SIGNIFIERS);
        assertThat(HEADER.marketParticipantIds()).isEqualTo(IDS);
        assertThat(HEADER.smso()).isEqualTo(Smso.CGI);
    }

    @Test
    void headersWithEqualFieldsAreEqual() {
        assertThat(new NotificationHeader("A Supplier Ltd", SIGNIFIERS, IDS, Smso.CGI))
                .isEqualTo(HEADER)
                .hasSameHashCodeAs(HEADER);
        assertThat(List.of(
                        new NotificationHeader("Another Ltd", SIGNIFIERS, IDS, Smso.CGI),
                        new NotificationHeader("A Supplier Ltd", SIGNIFIERS.subList(0, 1), IDS, Smso.CGI),
                        new NotificationHeader("A Supplier Ltd", SIGNIFIERS, IDS.subList(0, 1), Smso.CGI),
                        new NotificationHeader("A Supplier Ltd", SIGNIFIERS, IDS, Smso.TRL)))
                .doesNotContain(HEADER);
    }

    @Test
    void headerCopiesItsLists() {
        List<SecPartySignifier> signifiers = new ArrayList<>(SIGNIFIERS);
        List<MarketParticipantId> ids = new ArrayList<>(IDS);
        NotificationHeader header = new NotificationHeader("A Supplier Ltd", signifiers, ids, Smso.CGI);
        signifiers.clear();
        ids.clear();
        assertThat(header).isEqualTo(HEADER);
        assertThatThrownBy(() -> header.secPartySignifiers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> header.marketParticipantIds().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankNameIsRejected(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader(name, SIGNIFIERS, IDS, Smso.CGI))
                .withMessage("name: must not be blank");
    }

    @Test
    void emptyListIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", List.of(), IDS, Smso.CGI))
                .withMessage("secPartySignifiers: at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", SIGNIFIERS, List.of(), Smso.CGI))
                .withMessage("marketParticipantIds: at least one");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader(null, SIGNIFIERS, IDS, Smso.CGI))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", null, IDS, Smso.CGI))
                .withMessage("secPartySignifiers");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", SIGNIFIERS, null, Smso.CGI))
                .withMessage("marketParticipantIds");
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", SIGNIFIERS, IDS, null))
                .withMessage("smso");
        List<SecPartySignifier> holed = Arrays.asList(SIGNIFIERS.get(0), null);
        assertThatNullPointerException()
                .isThrownBy(() -> new NotificationHeader("A Supplier Ltd", holed, IDS, Smso.CGI));
    }
}
