package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.SignedFile;
import uk.smets.mam.cli.option.CallerDataOptions;
import uk.smets.mam.cli.option.TrustOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.result.OpenedFile;
import uk.smets.mam.cli.result.VerifiedFile;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.SecureExchangeException;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.secure.OpenOptions;
import uk.smets.mam.secure.OpenedSubmission;
import uk.smets.mam.secure.RejectionNotice;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.signature.FileVerifier;

/** {@code mam open}: opens a sealed file. */
@Command(
        name = "open",
        description = {
            "Open a sealed file: verify the signature, check the names, decrypt, and compare the hash.",
            "If a step fails, nothing is written except the rejection notice of --rejection-notice. A file that arrived"
                    + " after its deadline is opened and reported."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 opened, 1 refused, or opened with errors, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam open MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip \\",
            "      --trust authorities --out inbox --password-file \\",
            "      MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv"
        })
public final class OpenCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ARCHIVE", description = "Encrypted archive.")
    private String archive = "";

    @Option(
            names = "--password-file",
            paramLabel = "F",
            required = true,
            description = "Signed password file, or the .p7m that encloses it.")
    private String passwordFile = "";

    @Option(
            names = "--signature",
            paramLabel = "F",
            description = "Signature (default: the name of the password file followed by .p7s).")
    private @Nullable String signature;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Option(names = "--exact-user-id", description = "Refuse a signer with another User ID of the same organisation.")
    private boolean exactUserId;

    @Option(names = "--require-user-id", description = "Refuse a signer whose certificate has no User ID.")
    private boolean requireUserId;

    @Option(names = "--archive-hash", description = "Refuse the file unless the SHA-256 of the archive is signed too.")
    private boolean archiveHash;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Directory for the opened file, created if missing.")
    private String out = "";

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    @Mixin
    private final CallerDataOptions data = new CallerDataOptions();

    @Option(
            names = "--rejection-notice",
            paramLabel = "FILE",
            description =
                    "If the file is refused, write a notice to its sender: JSON if the name ends in .json, otherwise"
                            + " text.")
    private @Nullable String notice;

    @Spec
    private @Nullable CommandSpec spec;

    public OpenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandOutput noticed = notice == null ? null : CommandOutput.of(console, notice);
        if (noticed != null) {
            noticed.check(spec, inputs());
        }
        SignedFile signed = SignedFile.of(console, passwordFile, signature);
        FileVerifier verifier = trust.verifier(console).withLayout(signed.layout());
        Instant received = trust.at(console);
        ValidationOptions checks = checks(received);
        List<String> inputs = new ArrayList<>(trust.inputs());
        inputs.addAll(data.inputs(console));
        OutputDirectory directory = new OutputDirectory(console, out);
        OpenOptions options = options().withOverwriting(directory.overwriting(force, inputs));
        directory.recover();
        OpenedSubmission<Path> opened;
        try {
            opened = open(signed, verifier, options);
        } catch (SecureExchangeException refusal) {
            if (noticed == null) {
                throw refusal;
            }
            return reject(refusal, noticed);
        }
        String file = OutputDirectory.named(out, opened.file());
        CommandInput input = CommandInput.ofFile(console, file);
        ValidationReport found = input.validate(input.named(checks));
        return console.print(
                new OpenedFile(archive, file, received, new VerifiedFile(passwordFile, opened.verification()), found));
    }

    /** Returns options for late rows and for rules with data of the caller. The other rules are left to {@code mam validate}. */
    private ValidationOptions checks(Instant received) throws IOException {
        EnumSet<Rule> on = EnumSet.of(Rule.SUBMISSION_LATE);
        on.addAll(data.rules(console));
        ValidationOptions options = data.in(ValidationOptions.defaults().submittedAt(received), console);
        for (Rule rule : EnumSet.complementOf(on)) {
            options = options.without(rule);
        }
        return options;
    }

    private List<String> inputs() throws IOException {
        List<String> inputs = new ArrayList<>(trust.inputs());
        inputs.addAll(data.inputs(console));
        inputs.add(archive);
        inputs.add(passwordFile);
        if (signature != null) {
            inputs.add(signature);
        }
        return inputs;
    }

    /** Prints the reason, and writes the notice. */
    private int reject(SecureExchangeException refusal, CommandOutput noticed) throws IOException {
        console.say(Message.of(refusal.rule(), String.valueOf(refusal.getMessage())), refusal);
        String received = String.valueOf(console.path(archive).getFileName());
        RejectionNotice rejection = RejectionNotice.of(received, trust.at(console), refusal);
        boolean json = noticed.name().toLowerCase(Locale.ROOT).endsWith(".json");
        noticed.write(stream -> {
            stream.write((json ? rejection.json() : rejection.text()).getBytes(StandardCharsets.UTF_8));
            return rejection;
        });
        return noticed.isStream() ? ExitStatus.ERRORS_FOUND : console.print(new WrittenNotice(noticed.name()));
    }

    /** A rejection notice that was written. */
    private record WrittenNotice(String file) implements Result {
        @Override
        public int status() {
            return ExitStatus.ERRORS_FOUND;
        }

        @Override
        public void text(Console console) {
            console.line("%s  rejection notice for the sender", console.shown(file));
        }

        @Override
        public void json(JsonGenerator json) {
            json.writeStringProperty("rejectionNotice", file);
        }
    }

    private OpenOptions options() {
        OpenOptions options = OpenOptions.defaults();
        if (archiveHash) {
            options = options.withArchiveHashRequired();
        }
        if (requireUserId) {
            options = options.withUserIdRequired();
        }
        return exactUserId ? options.withUserIdExact() : options;
    }

    private OpenedSubmission<Path> open(SignedFile signed, FileVerifier verifier, OpenOptions options)
            throws IOException {
        Progress progress = Progress.start(console, "opening " + archive);
        try (progress) {
            return Submission.open(
                    console.path(archive), signed.file(), signed.signature(), verifier, console.path(out), options);
        }
    }
}
