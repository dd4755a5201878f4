package uk.smets.mam.secure.tests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.archive.ArchiveOptions;
import uk.smets.mam.secure.archive.EncryptedArchive;
import uk.smets.mam.secure.archive.PasswordFile;

/** Searches all output, logs, exceptions and texts of objects, in success and in failure, for the password. */
@Isolated("it looks at what the whole program prints")
class SecretsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final List<String> logged = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            logged.add(formatter.format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        PrintStream both = new PrintStream(printed, true, US_ASCII);
        System.setOut(both);
        System.setErr(both);
        root.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(handler);
        root.setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }

    /** Records everything that an operation throws, with its causes. */
    private void note(ThrowingCallable operation) {
        Throwable thrown = catchThrowable(operation);
        if (thrown != null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            shown.add(trace.toString());
        }
    }

    @Test
    void passwordNeverAppears() throws Exception {
        Path file = Sample.in(folder);
        Path sent = Files.createDirectory(folder.resolve("sent"));
        Path received = Files.createDirectory(folder.resolve("received"));
        SealOptions options = SealOptions.defaults().withArchiveHash().withMailDraft(MailDraft.at(Parties.CLOCK));
        SealedSubmission<Path> sealed = Submission.seal(file, sent, Parties.SUPPLIER, options);
        Path passwordFile = sealed.passwordFile();
        Optional<Path> signature = sealed.signature();
        shown.add(sealed.toString());
        shown.add(sealed.deliveries().toString());
        shown.add(options.toString());
        shown.add(Submission.open(
                        sealed.archive(), passwordFile, signature, Parties.DCC, received, OpenOptions.defaults())
                .toString());
        shown.add(Submission.read(sealed.archive(), passwordFile, signature, Parties.DCC, OpenOptions.defaults())
                .toString());

        byte[] archive = Files.readAllBytes(sealed.archive());
        for (int at = 0; at < archive.length; at += 3) {
            byte[] changed = archive.clone();
            changed[at] ^= 0x10;
            Files.write(sealed.archive(), changed);
            note(() -> EncryptedArchive.read(sealed.archive(), Sample.passwordFile(), ArchiveOptions.defaults()));
        }
        String text = Files.readString(passwordFile);
        for (int at = 0; at < text.length(); at += 2) {
            String changed = text.substring(0, at) + "\"" + text.substring(at);
            note(() -> PasswordFile.parse(changed.getBytes(US_ASCII)));
            note(() -> PasswordFile.parse(changed.substring(1).getBytes(US_ASCII)));
        }
        Files.writeString(file, Sample.TEXT + "?");
        note(() -> EncryptedArchive.create(file, Sample.passwordFile(), sealed.archive()));
        note(() -> PasswordFile.of(Sample.USER_ID, Sample.NAME, Sample.MD5 + "?"));
        note(() -> PasswordFile.of(Sample.USER_ID, "../" + Sample.NAME, Sample.MD5));

        assertThat(shown).hasSizeGreaterThan(200);
        assertThat(String.join("\n", shown) + String.join("\n", logged) + printed.toString(US_ASCII))
                .doesNotContainIgnoringCase(Sample.MD5)
                .doesNotContainIgnoringCase(Sample.MD5.substring(0, 16))
                .doesNotContainIgnoringCase(Sample.MD5.substring(16));
        assertThat(printed.toString(US_ASCII)).isEmpty();
    }
}
