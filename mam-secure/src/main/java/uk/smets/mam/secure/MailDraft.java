package uk.smets.mam.secure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.smets.mam.model.internal.primitive.Arguments;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;
import uk.smets.mam.secure.internal.file.ParallelDigest;
import uk.smets.mam.secure.internal.file.PasswordFileText;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.NamedFile;

/**
 * Drafts the mail with the signed password file to DCC's Migration Control Centre (clause 7.5.4): an {@code .eml} file (RFC 5322) with
 * the recipient, a subject, a short text, and the files as unchanged attachments. Nothing is sent: open the draft in a mail program and
 * send it. Outlook opens it as an unsent message ({@code X-Unsent}).
 *
 * <p>Deterministic except for the date. Immutable: each {@code with…} method returns a new object.
 */
public final class MailDraft {
    private static final String EXTENSION = ".eml";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Not {@code text/csv} or a signature type: mail programs change line ends in the former and hide the latter. */
    private static final String ATTACHMENT = "application/octet-stream";

    private final Clock clock;
    private final Optional<InternetAddress> from;

    private MailDraft(Clock clock, Optional<InternetAddress> from) {
        this.clock = clock;
        this.from = from;
    }

    /**
     * {@return a drafter that gets the date from a clock and leaves the sender to the mail program}
     *
     * @param clock the source of the date; its zone is ignored
     */
    public static MailDraft at(Clock clock) {
        return new MailDraft(requireNonNull(clock, "clock"), Optional.empty());
    }

    /**
     * {@return this drafter with a sender}
     *
     * @param address a mail address in ASCII, optionally with a name before it: {@code someone@example.com}, {@code Jörg
     *     <someone@example.com>}; a name that is not ASCII is encoded (RFC 2047)
     * @throws IllegalArgumentException if it is not such an address: not ASCII, a group, or with control characters
     */
    public MailDraft withSender(String address) {
        requireNonNull(address, "address");
        try {
            InternetAddress sender = new InternetAddress(address, true);
            sender.validate();
            if (sender.isGroup() || !isPrintable(address) || !isAscii(sender.getAddress())) {
                throw notAnAddress(null);
            }
            String name = sender.getPersonal();
            if (name != null) {
                sender.setPersonal(name, UTF_8.name());
            }
            return new MailDraft(clock, Optional.of(sender));
        } catch (AddressException e) {
            throw notAnAddress(e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    private static IllegalArgumentException notAnAddress(@Nullable AddressException cause) {
        return new IllegalArgumentException(
                "address: one mail address in ASCII, such as someone@example.com, optionally with a name before it",
                cause);
    }

    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= '~');
    }

    /**
     * Drafts the mail.
     *
     * @param passwordFile the password file
     * @param signedFiles the files of the {@link FileSigner}, all of which are attached
     * @return the draft, named as the password file with the extension {@code .eml}
     */
    public NamedFile of(PasswordFile passwordFile, List<NamedFile> signedFiles) {
        requireNonNull(passwordFile, "passwordFile");
        List<NamedFile> attachments = Arguments.listOf(signedFiles, "signedFiles");
        try {
            MimeMessage head = head(passwordFile);
            Parts parts = new Parts(boundary(attachments));
            parts.addBodyPart(part(
                    "text/plain; charset=us-ascii", "7bit", words(passwordFile).getBytes(US_ASCII)));
            for (NamedFile each : attachments) {
                parts.addBodyPart(attachment(each));
            }
            head.setHeader("Content-Type", parts.getContentType());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (String line : Collections.list(head.getAllHeaderLines())) {
                bytes.writeBytes((line + "\r\n").getBytes(US_ASCII));
            }
            bytes.writeBytes("\r\n".getBytes(US_ASCII));
            parts.writeTo(bytes);
            return NamedFile.of(PasswordFileText.stem(passwordFile.name()) + EXTENSION, bytes.toByteArray());
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail in ASCII could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a mail in memory", e);
        }
    }

    /** Returns the current time of the clock. */
    Instant now() {
        return clock.instant();
    }

    private MimeMessage head(PasswordFile passwordFile) throws MessagingException {
        MimeMessage head = new MimeMessage((Session) null);
        head.setHeader("X-Unsent", "1");
        head.setHeader("Date", DATE.format(now()));
        if (from.isPresent()) {
            // Folded, because a long name would exceed the line length of RFC 5322.
            head.setHeader(
                    "From", MimeUtility.fold("From: ".length(), from.get().toString()));
        }
        head.setRecipient(
                Message.RecipientType.TO, new InternetAddress(Destination.MIGRATION_CONTROL_CENTRE.address(), true));
        head.setSubject("Password file " + passwordFile.name(), US_ASCII.name());
        head.setHeader("MIME-Version", "1.0");
        return head;
    }

    private static String words(PasswordFile passwordFile) {
        return String.join(
                "\r\n",
                "Please find attached the signed password file of",
                passwordFile.fileName(),
                "",
                "Its archive is in the SharePoint folder " + Destination.ofArchive(passwordFile.fileName()) + ":",
                EncryptedArchive.nameFor(passwordFile.fileName()),
                "");
    }

    /** Writes the name unsplit: Outlook does not reassemble names that RFC 2231 splits. */
    private static MimeBodyPart attachment(NamedFile file) throws MessagingException {
        MimeBodyPart part = part(ATTACHMENT, "base64", file.bytes());
        String name = MimeUtility.quote(file.name(), HeaderTokenizer.MIME);
        part.setHeader("Content-Disposition", "attachment;\r\n filename=" + name);
        return part;
    }

    /** Creates a part from bytes: for other objects, Jakarta Mail uses handlers registered on the user's machine. */
    private static MimeBodyPart part(String type, String encoding, byte[] content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    /** Returns the boundary between the parts: a hash of the parts, so that it is deterministic and does not occur in them. */
    private static String boundary(List<NamedFile> attachments) {
        MessageDigest sha256 = ParallelDigest.instance("SHA-256");
        attachments.forEach(file -> sha256.update(file.bytes()));
        return "=_" + HexFormat.of().formatHex(sha256.digest(), 0, 16);
    }

    /** The parts of a mail, with a chosen boundary. */
    private static final class Parts extends MimeMultipart {
        Parts(String boundary) throws MessagingException {
            ContentType type = new ContentType(contentType);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
