package uk.smets.mam.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.model.UserId;

class UserIdTest {
    @Test
    void sixtyFourBitsAreInTheOrderOfTheTextForm() {
        assertThat(UserId.of("A1-B2-C3-D4-E5-F6-07-18").value()).isEqualTo(0xA1B2C3D4E5F60718L);
        assertThat(new UserId(0x70B3D51F3000A001L)).hasToString("70-B3-D5-1F-30-00-A0-01");
        assertThat(new UserId(0)).hasToString("00-00-00-00-00-00-00-00");
        assertThat(new UserId(-1)).hasToString("FF-FF-FF-FF-FF-FF-FF-FF");
    }

    @Test
    void lowerCaseIsAcceptedAndWrittenInUpperCase() {
        assertThat(UserId.of("a1-b2-c3-d4-e5-f6-07-18")).hasToString("A1-B2-C3-D4-E5-F6-07-18");
        assertThat(UserId.find("a1-b2-c3-d4-e5-f6-07-18")).contains(UserId.of("A1-B2-C3-D4-E5-F6-07-18"));
    }

    @Test
    void organisationalNumberIsTheLowNibbleOfTheFifthOctetAndTheSixth() {
        assertThat(UserId.of("70-B3-D5-1F-30-00-A0-01").organisationalNumber()).isZero();
        assertThat(UserId.of("A1-B2-C3-D4-E5-F6-A7-B8").organisationalNumber()).isEqualTo(0x5F6);
        assertThat(UserId.of("00-00-00-00-FF-FF-00-00").organisationalNumber()).isEqualTo(0xFFF);
        assertThat(UserId.of("FF-FF-FF-FF-F0-00-FF-FF").organisationalNumber()).isZero();
    }

    @Test
    void siteIsSplitIfTheOrganisationalNumbersDiffer() {
        UserId first = UserId.of("70-B3-D5-1F-30-00-A0-01");
        assertThat(first.isSplitSiteWith(UserId.of("A1-B2-C3-D4-E5-F6-A7-B8"))).isTrue();
        assertThat(first.isSplitSiteWith(UserId.of("70-B3-D5-1F-30-01-A0-01"))).isTrue();
        assertThat(first.isSplitSiteWith(first)).isFalse();
    }

    @Test
    void siteOfTwoUserIdsOfOneOrganisationIsNotSplit() {
        assertThat(UserId.of("70-B3-D5-1F-30-00-A0-01").isSplitSiteWith(UserId.of("90-B3-D5-1F-F0-00-A0-02")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A1",
                "A1B2C3D4E5F60718",
                "A1-B2-C3-D4-E5-F6-07-1",
                "A1-B2-C3-D4-E5-F6-07-18 ",
                " A1-B2-C3-D4-E5-F6-07-1",
                "A1:B2:C3:D4:E5:F6:07:18",
                "A1-B2-C3-D4-E5-F6-07\u201318",
                "G1-B2-C3-D4-E5-F6-07-18",
                "A1-B2-C3-D4-E5-D6-E7-H8",
                "\u0661\u0661-B2-C3-D4-E5-F6-07-18",
                "\uFF211-B2-C3-D4-E5-F6-07-18",
                "A1-B2-C3-D4-E5-F6-07-+8",
                "A1-B2-C3-D4-E5-F6-07-18\n",
            })
    void textInAnotherFormIsNotAUserId(String text) {
        assertThat(UserId.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of(text))
                .withMessageStartingWith("a User ID is 8 pairs of hexadecimal digits joined by hyphens, such as "
                        + "A1-B2-C3-D4-E5-F6-07-18; ");
    }

    @Test
    void messageNamesTheFirstInvalidCharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of("A1-B2-C3-D4-E5-D6-E7-H8"))
                .withMessageEndingWith("; character 22 is 'H' where a hexadecimal digit belongs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of("A1-B2-C3-D4-E5-F6-07\u201318"))
                .withMessageEndingWith("; character 21 is U+2013 where a hyphen belongs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of("A1 B2-C3-D4-E5-F6-07-18"))
                .withMessageEndingWith("; character 3 is U+0020 where a hyphen belongs");
    }

    @Test
    void messageNamesTheInvalidLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of("A1B2C3D4E5F60718"))
                .withMessageEndingWith("; got 16 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of(""))
                .withMessageEndingWith("; got an empty text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of("\u00A0"))
                .withMessageEndingWith("; got 1 character");
        assertThatIllegalArgumentException().isThrownBy(() -> UserId.of("A1")).withMessageEndingWith("; got \"A1\"");
    }

    @Test
    void nullArgumentsAreRejectedByName() {
        assertThatNullPointerException().isThrownBy(() -> UserId.of(null)).withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> UserId.find(null)).withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> new UserId(1).isSplitSiteWith(null))
                .withMessage("other");
    }

    @Property
    void everyUserIdReadsBackFromItsText(@ForAll long value) {
        UserId userId = new UserId(value);
        assertThat(UserId.of(userId.toString())).isEqualTo(userId);
        assertThat(UserId.find(userId.toString().toLowerCase(Locale.ROOT))).contains(userId);
        assertThat(userId.toString().replace("-", "")).isEqualTo(String.format("%016X", value));
    }

    @Property
    void userIdsAreOrderedLikeTheirTexts(@ForAll long one, @ForAll long other) {
        int order = new UserId(one).compareTo(new UserId(other));
        int orderOfTexts = new UserId(one).toString().compareTo(new UserId(other).toString());
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(orderOfTexts));
    }

    @Property
    void organisationalNumberIsTheTenthToTwelfthHexadecimalDigit(@ForAll long value) {
        String digits = String.format("%016X", value).substring(9, 12);
        assertThat(new UserId(value).organisationalNumber()).isEqualTo(Integer.parseInt(digits, 16));
    }

    @Property
    void textWithOneOtherCharacterIsNotAUserId(
            @ForAll long value,
            @ForAll @IntRange(min = 0, max = 22) int at,
            @ForAll @CharRange(from = 'G', to = 'Z') char foreign) {
        StringBuilder text = new StringBuilder(new UserId(value).toString());
        text.setCharAt(at, foreign);
        assertThat(UserId.find(text.toString())).isEqualTo(Optional.empty());
    }
}
