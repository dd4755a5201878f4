package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.testing.PeerProgram;

/**
 * Drafts are mails according to RFC 5322 and RFC 2045 to 2047: for the strict parser of Python, which stops at any defect, including
 * the grammar of each header, and by the rules for characters and lines that it does not check.
 */
@Tag("interop")
class MailDraftValidityTest {
    private static final MailDraft DRAFT = MailDraft.at(Parties.CLOCK);
    private static final List<NamedFile> SIGNED = Parties.SUPPLIER.sign(
            NamedFile.of(Sample.PASSWORD_FILE_NAME, Sample.passwordFile().toBytes()));

    /** Prints each header's parsed value and each attachment's size; exits on an error. */
    private static final String PARSER = """
        import email, email.policy, sys
        policy = email.policy.strict
        mail = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=policy)
        for part in mail.walk():
            assert not part.defects, part.defects
            for name, value in part.items():
                assert not getattr(value, 'defects', ()), (name, value.defects)
            if not part.is_multipart():
                part.get_content()
                assert not part.defects, part.defects
        print(ascii(str(mail['Subject'])), mail['From'] and ascii(str(mail['From'])), len(list(mail.iter_attachments())))
        """;

    @TempDir
    private Path folder;

    static Stream<Arguments> drafts() {
        byte[] noise = new byte[70_000];
        new Random(1).nextBytes(noise);
        PasswordFile longName = PasswordFile.of(Sample.USER_ID, "x".repeat(200) + ".xlsx", Sample.MD5);
        PasswordFile spaced = PasswordFile.of(Sample.USER_ID, "week 32, final (2); a=b@c.xlsx", Sample.MD5);
        return Stream.of(
                Arguments.of("plain", DRAFT.of(Sample.passwordFile(), SIGNED), 2),
                Arguments.of("without a file", DRAFT.of(Sample.passwordFile(), List.of()), 0),
                Arguments.of("empty file", DRAFT.of(Sample.passwordFile(), List.of(NamedFile.of("e", new byte[0]))), 1),
                Arguments.of("large file", DRAFT.of(Sample.passwordFile(), List.of(NamedFile.of("n.bin", noise))), 1),
                Arguments.of(
                        "odd name of a file",
                        DRAFT.of(Sample.passwordFile(), List.of(NamedFile.of("a, \"b\" (c);d=e.bin", noise))),
                        1),
                Arguments.of("long name", DRAFT.of(longName, SIGNED), 2),
                Arguments.of("name with spaces and separators", DRAFT.of(spaced, SIGNED), 2),
                Arguments.of(
                        "sender",
                        DRAFT.withSender("Migration Team <m@supplier.example>").of(longName, SIGNED),
                        2),
                Arguments.of(
                        "sender with an accent",
                        DRAFT.withSender("Ren\u00E9e D\u00FCrr <m@supplier.example>")
                                .of(spaced, SIGNED),
                        2));
    }

    private PeerProgram.Answer parse(byte[] mail) throws Exception {
        Files.write(folder.resolve("draft.eml"), mail);
        Files.writeString(folder.resolve("parse.py"), PARSER);
        return Peer.PYTHON.run(folder, "parse.py", "draft.eml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void strictParserFindsNoDefect(String what, NamedFile draft, int attachments) throws Exception {
        assertThat(parse(draft.bytes()).succeeded().output().strip()).endsWith(" " + attachments);
    }

    @Test
    void strictParserReadsANonAsciiSenderName() throws Exception {
        byte[] draft = DRAFT.withSender("Ren\u00E9e D\u00FCrr <m@supplier.example>")
                .of(Sample.passwordFile(), SIGNED)
                .bytes();
        assertThat(parse(draft).succeeded().output())
                .contains("'Ren\\xe9e D\\xfcrr <m@supplier.example>'", Sample.PASSWORD_FILE_NAME);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void linesArePrintableAsciiOfLimitedLengthAndEndInCrLf(String what, NamedFile draft, int attachments) {
        String text = new String(draft.bytes(), ISO_8859_1);
        assertThat(text).matches(Pattern.compile("(?:[\t -~]{0,998}+\r\n)++"));
        String head = text.substring(0, text.indexOf("\r\n\r\n"));
        assertThat(head.split("\r\n"))
                .allSatisfy(line -> assertThat(line).matches("[!-9;-~]+: .*[^ \t].*|[ \t]+[^ \t].*"));
        assertThat(Arrays.stream(head.split("\r\n"))
                        .filter(line -> line.matches("[A-Z].*"))
                        .map(line -> line.substring(0, line.indexOf(':'))))
                .doesNotHaveDuplicates()
                .contains("Date", "To", "Subject", "MIME-Version", "Content-Type");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void partsAreSeparatedAndEncodedAccordingToRfc2045And2046(String what, NamedFile draft, int attachments) {
        String text = new String(draft.bytes(), US_ASCII);
        Matcher boundary =
                Pattern.compile("boundary=\"([0-9a-zA-Z'()+_,./:=?-]{1,70})\"").matcher(text);
        assertThat(boundary.find()).isTrue();
        String delimiter = "\r\n--" + boundary.group(1);
        String[] parts = text.substring(text.indexOf("\r\n\r\n") + 2).split(Pattern.quote(delimiter), -1);
        assertThat(parts).hasSize(attachments + 3);
        assertThat(parts[attachments + 2]).isEqualTo("--\r\n");
        for (int i = 2; i < attachments + 2; i++) {
            String[] attachment = parts[i].split("\r\n\r\n", 2);
            assertThat(attachment[0])
                    .contains("\r\nContent-Type: application/octet-stream", "\r\nContent-Transfer-Encoding: base64");
            assertThat(attachment[1]).matches(Pattern.compile("(?:(?:[A-Za-z0-9+/]{1,76}={0,2})?(?:\r\n)?)*+"));
            assertThat(attachment[1].lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        }
    }

    /** Shows that the strict parser does reject defects. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: nobody\r\nSubject: x\r\n\r\n",
                "To: a@b.example, \r\n\r\n",
                "Date: Thursday\r\n\r\n",
                "no header\r\n\r\n",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nno end\r\n",
                "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj!ZA\r\n"
            })
    void parserIsStrict(String mail) throws Exception {
        assertThat(parse(mail.getBytes(US_ASCII)).status()).isNotZero();
    }
}
