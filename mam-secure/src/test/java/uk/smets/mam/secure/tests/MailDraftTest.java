package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.signature.NamedFile;
import uk.smets.mam.testing.PeerProgram;

class MailDraftTest {
    private static final List<NamedFile> SIGNED = Parties.SUPPLIER.sign(
            NamedFile.of(Sample.PASSWORD_FILE_NAME, Sample.passwordFile().toBytes()));
    private static final MailDraft DRAFT = MailDraft.at(Parties.CLOCK);

    private static NamedFile draft() {
        return DRAFT.of(Sample.passwordFile(), SIGNED);
    }

    private static String text(NamedFile draft) {
        return new String(draft.bytes(), ISO_8859_1);
    }

    private static MimeMessage read(NamedFile draft) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(draft.bytes()));
    }

    @Test
    void draftIsAddressedDatedAndMarkedUnsent() throws Exception {
        assertThat(draft().name()).isEqualTo("MAPASSWORD" + Sample.STEM + ".eml");
        MimeMessage mail = read(draft());
        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("migration@smartdcc.co.uk");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("X-Unsent")).containsExactly("1");
        assertThat(mail.getHeader("Date")).containsExactly("Thu, 1 Aug 2019 09:00:00 +0000");
        assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(mail.getSubject()).isEqualTo("Password file " + Sample.PASSWORD_FILE_NAME);
        assertThat(mail.getFrom()).isNull();
        assertThat(mail.getMessageID()).isNull();
    }

    @Test
    void attachmentsEqualTheFiles() throws Exception {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        NamedFile odd = NamedFile.of("a name, \"quoted\" (odd).bin", noise);
        MimeMultipart parts =
                (MimeMultipart) read(DRAFT.of(Sample.passwordFile(), List.of(SIGNED.get(0), SIGNED.get(1), odd)))
                        .getContent();
        assertThat(parts.getCount()).isEqualTo(4);
        List<NamedFile> sent = List.of(SIGNED.get(0), SIGNED.get(1), odd);
        for (int i = 0; i < sent.size(); i++) {
            BodyPart part = parts.getBodyPart(i + 1);
            assertThat(part.getFileName()).isEqualTo(sent.get(i).name());
            assertThat(part.getDisposition()).isEqualTo("attachment");
            assertThat(part.getContentType()).isEqualTo("application/octet-stream");
            assertThat(part.getInputStream().readAllBytes())
                    .isEqualTo(sent.get(i).bytes());
        }
    }

    @Test
    void textNamesTheFilesAndTheFolderOfTheArchive() throws Exception {
        BodyPart words = ((MimeMultipart) read(draft()).getContent()).getBodyPart(0);
        assertThat(words.getContentType()).isEqualTo("text/plain; charset=us-ascii");
        assertThat(new String(words.getInputStream().readAllBytes(), US_ASCII))
                .contains(Sample.NAME, Sample.ARCHIVE_NAME, "SharePoint folder Migration Authorisation:")
                .doesNotContain(Sample.MD5);
        PasswordFile ofWorkbook = PasswordFile.of(Sample.USER_ID, "week 32.xlsm", Sample.MD5);
        assertThat(text(DRAFT.of(ofWorkbook, SIGNED)))
                .contains("SharePoint folder Notification\\Outbox:", "week 32.zip");
    }

    @Test
    void passwordIsInTheAttachmentOnly() {
        assertThat(text(draft())).doesNotContain(Sample.MD5);
    }

    @Test
    void linesEndAndFoldAccordingToRfc5322() {
        String text = text(DRAFT.of(PasswordFile.of(Sample.USER_ID, "x".repeat(200) + ".xlsx", Sample.MD5), SIGNED));
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(text.lines())
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(998).matches("[ -~]*"));
    }

    @Test
    void namesOfAttachmentsAreNotSplitForOutlook() {
        assertThat(text(draft()))
                .contains("\r\nContent-Disposition: attachment;\r\n filename=" + Sample.PASSWORD_FILE_NAME + ".p7s\r\n")
                .doesNotContain("filename*");
    }

    @Test
    void sameFilesGiveTheSameDraftOnEveryMachine() {
        NamedFile here = draft();
        assertThat(MailDraft.at(Clock.fixed(TestPki.NOW, ZoneId.of("Asia/Kathmandu")))
                        .of(Sample.passwordFile(), SIGNED))
                .isEqualTo(here);
        assertThat(DRAFT.of(Sample.passwordFile(), SIGNED.subList(0, 1))).isNotEqualTo(here);
    }

    @Test
    void draftHasASenderWhereOneIsGiven() throws Exception {
        assertThat(read(DRAFT.withSender("Migration Team <migration@supplier.example>")
                                .of(Sample.passwordFile(), SIGNED))
                        .getFrom())
                .extracting(Object::toString)
                .containsExactly("Migration Team <migration@supplier.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J\u00F6rg M\u00FCller",
                "\u5C71\u7530",
                "\uD83D\uDE00",
                "O'Neill, Ann",
                "a \"b\" c",
                "Caf\u00E9 , (x) <y>"
            })
    void nameOfTheSenderMayContainAnyCharacters(String name) throws Exception {
        NamedFile draft = DRAFT.withSender("\"" + name.replace("\"", "\\\"") + "\" <someone@supplier.example>")
                .of(Sample.passwordFile(), SIGNED);
        assertThat(text(draft)).isASCII();
        InternetAddress sender = (InternetAddress) read(draft).getFrom()[0];
        assertThat(sender.getPersonal()).isEqualTo(name);
        assertThat(sender.getAddress()).isEqualTo("someone@supplier.example");
    }

    @Test
    void longSenderNameIsFolded() throws Exception {
        String name = "J\u00F6rg ".repeat(60).strip();
        NamedFile draft = DRAFT.withSender(name + " <someone@supplier.example>").of(Sample.passwordFile(), SIGNED);
        assertThat(text(draft).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(((InternetAddress) read(draft).getFrom()[0]).getPersonal()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b@c",
                "a@b, c@d",
                "a@b\r\nBcc: c@d",
                "\"a\tb\" <a@b>",
                "j\u00F6rg@b.example",
                "a@m\u00FCller.example",
                "J\u00F6rg <j\u00F6rg@b.example>",
                "team: a@b, c@d;",
                "team:;"
            })
    void textThatIsNotAMailAddressIsRefusedAsSender(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DRAFT.withSender(address))
                .withMessageStartingWith("address: ");
    }

    @Test
    @Tag("interop")
    void pythonMailParserReadsTheSameContent(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("draft.eml"), draft().bytes());
        Files.writeString(folder.resolve("read.py"), """
            import email, email.policy
            mail = email.message_from_binary_file(open('draft.eml', 'rb'), policy=email.policy.default)
            print(mail['To'], mail['X-Unsent'], mail['Date'].datetime.isoformat(), mail.defects)
            for part in mail.iter_attachments():
                print(part.get_filename(), part.defects)
                open('got-' + part.get_filename(), 'wb').write(part.get_content())
            """);
        PeerProgram.Answer answer = Peer.PYTHON.run(folder, "read.py").succeeded();
        assertThat(answer.output().lines())
                .containsExactly(
                        "migration@smartdcc.co.uk 1 2019-08-01T09:00:00+00:00 []",
                        SIGNED.get(0).name() + " []",
                        SIGNED.get(1).name() + " []");
        for (NamedFile each : SIGNED) {
            assertThat(folder.resolve("got-" + each.name())).hasBinaryContent(each.bytes());
        }
    }
}
