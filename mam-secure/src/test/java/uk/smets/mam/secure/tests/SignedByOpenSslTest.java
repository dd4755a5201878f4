package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.smets.mam.secure.DraftedMail;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileVerifier;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.secure.signature.Trust;

/**
 * The supplier's process with another program, OpenSSL in place of DCC's File Signing Utility: prepare, sign, mail; and the receiver
 * opens the attachments of the mail.
 */
@Tag("interop")
class SignedByOpenSslTest {
    @TempDir
    private Path folder;

    private PreparedSubmission<Path> prepared;
    private Path received;
    private FileVerifier receiver;

    /** OpenSSL signs at the system time, so the certificate is valid today. */
    @BeforeEach
    void prepare() throws Exception {
        Peer.OPENSSL.require();
        Instant now = Instant.now();
        KeyPair pair = TestPki.p256();
        TestPki.Holder signer = Parties.PKI
                .order(TestPki.subject("Supplier", "02", Sample.USER_ID))
                .pair(pair)
                .valid(now.minusSeconds(3600), now.plusSeconds(3600))
                .selfSigned();
        Files.writeString(folder.resolve("signer.pem"), SmkiCertificateTest.pem(signer.certificate()), US_ASCII);
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n",
                US_ASCII);
        prepared =
                Submission.prepare(Sample.in(folder), folder.resolve("outbox"), SealOptions.defaults(), Parties.CLOCK);
        received = Files.createDirectory(folder.resolve("received"));
        receiver = FileVerifier.of(Trust.of(List.of(signer.certificate()))).at(now);
    }

    private Path sign(String extension, String... more) throws Exception {
        Path signature = prepared.fileToSign().resolveSibling(Sample.PASSWORD_FILE_NAME + extension);
        List<String> arguments = new ArrayList<>(List.of(
                "cms",
                "-sign",
                "-binary",
                "-in",
                prepared.fileToSign().toString(),
                "-signer",
                "signer.pem",
                "-inkey",
                "key.pem",
                "-outform",
                "DER",
                "-out",
                signature.toString()));
        arguments.addAll(List.of(more));
        Peer.OPENSSL.run(folder, arguments.toArray(String[]::new)).succeeded();
        return signature;
    }

    private void mail(Path... signed) throws IOException {
        DraftedMail mail = Submission.mail(
                List.of(signed),
                Optional.of(prepared.archive()),
                MailDraft.at(Clock.systemUTC()),
                folder.resolve("draft.eml"));
        assertThat(mail.submission().isSignatureChecked()).isTrue();
    }

    /** Saves the attachments, like the mail program of the receiver. */
    private void saveAttachments() throws Exception {
        try (var in = Files.newInputStream(folder.resolve("draft.eml"))) {
            MimeMultipart parts = (MimeMultipart) new MimeMessage((Session) null, in).getContent();
            for (int i = 1; i < parts.getCount(); i++) {
                MimeBodyPart part = (MimeBodyPart) parts.getBodyPart(i);
                part.saveFile(received.resolve(part.getFileName()).toFile());
            }
        }
    }

    private void assertOpens(String passwordFile, Optional<String> signature, SignatureLayout layout)
            throws IOException {
        Path opened = Submission.open(
                        prepared.archive(),
                        received.resolve(passwordFile),
                        signature.map(received::resolve),
                        receiver.withLayout(layout),
                        received,
                        OpenOptions.defaults().withUserIdExact())
                .file();
        assertThat(opened).hasBinaryContent(Sample.bytes());
    }

    @Test
    void receiverOpensASubmissionWithADetachedOpensslSignature() throws Exception {
        mail(prepared.fileToSign(), sign(".p7s"));
        saveAttachments();
        assertOpens(
                Sample.PASSWORD_FILE_NAME,
                Optional.of(Sample.PASSWORD_FILE_NAME + ".p7s"),
                SignatureLayout.detachedCms());
    }

    @Test
    void receiverOpensASubmissionWithAnEnclosingOpensslSignature() throws Exception {
        mail(sign(".p7m", "-nodetach"));
        saveAttachments();
        assertOpens(Sample.PASSWORD_FILE_NAME + ".p7m", Optional.empty(), SignatureLayout.enclosedCms());
    }
}
