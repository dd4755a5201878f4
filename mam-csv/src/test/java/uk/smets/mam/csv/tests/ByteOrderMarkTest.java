package uk.smets.mam.csv.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.smets.mam.model.Rule;
import uk.smets.mam.testing.MessageListing;

/** A byte order mark is an error of its own, and the file is read in the encoding that it declares. */
class ByteOrderMarkTest {
    static Stream<Charset> charsets() {
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    private static byte[] marked(String text, Charset charset) {
        return ('\uFEFF' + text).getBytes(charset);
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void byteOrderMarkIsTheOnlyFindingOfAFileThatIsOtherwiseSound(Charset charset) {
        byte[] file = marked(Lines.HEADER + Lines.dualFuel().line() + "\n", charset);

        assertThat(Lines.found(file)).containsExactly("1 ERROR BYTE_ORDER_MARK");
        assertThat(Lines.message(file))
                .isEqualTo(MessageListing.pinned(Rule.BYTE_ORDER_MARK, "byte order mark of " + charset))
                .contains(charset.name());
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void findingsAfterAByteOrderMarkHaveTheirPlaces(Charset charset) throws IOException {
        String text = Lines.HEADER + Lines.dualFuel().with(5, "y").line() + "\r\n"
                + Lines.electricity().with(7, "CN=Z\u2013\uD83D\uDE001").line() + "\n\n"
                + Lines.gas().with(2, "x").line();
        byte[] file = marked(text, charset);
        String[] expected = {
            "1 ERROR BYTE_ORDER_MARK",
            "4 ERROR LINE_END",
            "4:5 ERROR PRIORITY_VALUE",
            "5:1 WARNING MPXN_DUPLICATE",
            "5:7 ERROR NON_ASCII",
            "6 WARNING BLANK_LINE",
            "7 INFO FINAL_LINE_END",
            "7:2 ERROR MPRN_FORMAT"
        };

        assertThat(Lines.found(file)).containsExactly(expected);
        for (int piece = 1; piece < 8; piece++) {
            assertThat(Lines.found(Unnamed.validate(new DripInput(file, piece, piece))))
                    .containsExactly(expected);
        }
        assertThat(Unnamed.validate(file).findings().get(4).message()).contains(" 5 ", "EN DASH (U+2013)", "1 more");
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void longFileIsReadToItsEnd(Charset charset) {
        String text = Lines.HEADER
                + (Lines.electricity().with(7, "CN=\u20AC\uD83D\uDE00").line() + "\n").repeat(3_000);

        assertThat(Unnamed.validate(marked(text, charset)).count(Rule.NON_ASCII))
                .isEqualTo(3_000);
    }

    @Test
    void utf16FileThatEndsInTheMiddleOfACharacterIsReadUpToIt() {
        byte[] whole = marked(Lines.HEADER + Lines.dualFuel().line() + "\n", StandardCharsets.UTF_16LE);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(Lines.found(cut)).contains("1 ERROR BYTE_ORDER_MARK", "4 INFO FINAL_LINE_END");
    }

    @Test
    void halfOfASurrogatePairIsNotAscii() {
        String text =
                Lines.HEADER + Lines.electricity().with(7, "CN=Z").line().replace("CN=Z", "CN=\uD83D") + "\n\uD83D";
        byte[] file = marked(text, StandardCharsets.UTF_16BE);

        assertThat(Lines.found(file)).contains("1 ERROR BYTE_ORDER_MARK", "5 ERROR FIELD_COUNT");
    }

    @Test
    void byteOrderMarkInTheMiddleOfTheFileIsNotAscii() {
        byte[] file = Lines.file(
                Lines.electricity().line(), "\uFEFF" + Lines.electricity().line());

        assertThat(Lines.found(file)).containsExactly("5:1 ERROR NON_ASCII");
    }

    @Test
    void firstBytesThatAreNotAByteOrderMarkAreRead() {
        assertThat(Lines.found(new byte[] {(byte) 0xEF, (byte) 0xBB, '\n'})).contains("1:1 ERROR NON_ASCII");
        assertThat(Lines.found(new byte[] {(byte) 0xFE})).contains("1:1 ERROR NON_ASCII");
        assertThat(Lines.found(new byte[] {(byte) 0xFF, (byte) 0xFE}))
                .containsExactlyInAnyOrder("1 ERROR BYTE_ORDER_MARK", "file ERROR FILE_EMPTY");
    }
}
