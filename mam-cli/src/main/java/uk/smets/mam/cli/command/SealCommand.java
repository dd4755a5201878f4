package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.DocumentForm;
import uk.smets.mam.cli.input.UnsupportedDocumentException;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.KeyOptions;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.option.ResponsibilityOptions;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.result.PreparedFile;
import uk.smets.mam.cli.result.SealedFile;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.ValidationReport;
import uk.smets.mam.model.internal.file.SameFileException;
import uk.smets.mam.model.internal.primitive.WorkbookForm;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.PreparedSubmission;
import uk.smets.mam.secure.SealOptions;
import uk.smets.mam.secure.SealedSubmission;
import uk.smets.mam.secure.Submission;
import uk.smets.mam.secure.key.SigningKey;
import uk.smets.mam.secure.signature.FileSigner;
import uk.smets.mam.secure.signature.SignatureLayout;
import uk.smets.mam.xlsx.MigrationScheduleResponse;

/** {@code mam seal}: checks, encrypts and signs a file (clause 7.5). */
@Command(
        name = "seal",
        description = {
            "Seal a Migration Authorisation or a schedule response: check it, encrypt it, and sign its password file.",
            "All files are written or none; nothing is sent. Deadlines are checked for --at (default: now).",
            "With --unsigned the password file is left unsigned, for DCC's File Signing Utility."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 sealed, 1 refused, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam seal MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv --out outbox \\",
            "      --pkcs11 /usr/lib/libtoken.so --token IKI --key filesigning",
            "  mam seal Migration-Schedule.xlsx --user-id 70-B3-D5-1F-30-00-A0-01 \\",
            "      --out outbox --p12 key.p12 --eml",
            "  mam seal MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv \\",
            "      --out outbox --unsigned"
        })
public final class SealCommand implements Callable<Integer> {
    /** The options that --unsigned excludes. */
    private static final List<String> SIGNING =
            List.of("--key", "--pin-file", "--pin-env", "--layout", "--archive-hash", "--eml");

    /** The layout of a file and its signature, which clause 7.5.3 does not define. */
    private enum Layout {
        DETACHED(SignatureLayout.detachedCms()),
        ENCLOSED(SignatureLayout.enclosedCms());

        @SuppressWarnings("ImmutableEnumChecker") // the library's layouts are immutable
        private final SignatureLayout layout;

        Layout(SignatureLayout layout) {
            this.layout = layout;
        }
    }

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Migration Authorisation, or workbook of a response.")
    private String file = "";

    @Option(
            names = "--user-id",
            paramLabel = "ID",
            description = "User ID of the supplier; required for a workbook (default: that of the header).")
    private @Nullable UserId userId;

    @Mixin
    private final KeyOptions key = new KeyOptions();

    @Option(
            names = "--layout",
            paramLabel = "detached|enclosed",
            defaultValue = "detached",
            description = "Write the signature to a separate .p7s file or around the content in a .p7m file (default:"
                    + " detached).")
    private Layout layout = Layout.DETACHED;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Directory for the files to send, created if missing.")
    private String out = "";

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Option(names = "--eml", description = "Also draft the mail with the signed password file, for a mail program.")
    private boolean eml;

    @Option(
            names = "--archive-hash",
            description = "Sign the SHA-256 of the archive too, if the receiver has agreed to check it.")
    private boolean archiveHash;

    @Mixin
    private final ResponsibilityOptions responsibility = new ResponsibilityOptions();

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public SealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check.requireEssentialRules();
        responsibility.complete(check.responsibility(console));
        responsibility.requireMeters();
        if (userId == null && isWorkbook()) {
            throw Usage.error(spec, "a workbook has no User ID: give it with --user-id ID");
        }
        if (key.isUnsigned() && spec != null) {
            requireNothingOfASignature(spec.commandLine());
        }
        CommandInput input = CommandInput.ofFile(console, file);
        if (input.form() == DocumentForm.WORKBOOK && !isWorkbook()) {
            throw input.failure(new UnsupportedDocumentException(
                    "this is a workbook, but its name does not end in .xlsx or .xlsm: rename it"));
        }
        ValidationOptions checks = input.named(check.sendingOptions(console));
        ValidationOptions validation = responsibility.addTo(checks, console);
        return key.isUnsigned()
                ? seal(input, validation, Optional.empty())
                : key.use(console, with -> seal(input, validation, Optional.of(with)));
    }

    private static void requireNothingOfASignature(CommandLine line) {
        SIGNING.stream()
                .filter(line.getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(option -> {
                    throw new ParameterException(
                            line, option + " and --unsigned exclude each other: remove one of them");
                });
    }

    private boolean isWorkbook() {
        return WorkbookForm.isName(file);
    }

    private int seal(CommandInput input, ValidationOptions validation, Optional<SigningKey> with) throws IOException {
        try {
            SealOptions options = options(validation);
            Optional<ValidationReport> response = Optional.empty();
            if (isWorkbook()) {
                MessageDigest sha256 = sha256();
                response = Optional.of(checked(validation, sha256));
                options = options.withCheckedSha256(sha256.digest());
            }
            OutputDirectory directory = new OutputDirectory(console, out);
            directory.recover();
            List<String> inputs = new ArrayList<>(key.files());
            inputs.addAll(check.inputs(console));
            inputs.addAll(responsibility.inputs());
            options = options.withOverwriting(directory.overwriting(force, inputs));
            return console.print(
                    with.isPresent() ? sealed(with.get(), options, response) : prepared(options, response));
        } catch (InvalidDocumentException e) {
            output.report(console, input.name(), e.report());
            console.say("nothing is sealed");
            return ExitStatus.ERRORS_FOUND;
        } catch (SameFileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw Usage.error(spec, ErrorText.withArgument(e));
        }
    }

    /** Checks the yellow fields of a response. The other fields are those of DCC. */
    private ValidationReport checked(ValidationOptions validation, MessageDigest digest) throws IOException {
        ValidationReport report =
                MigrationScheduleResponse.to(console.path(file)).check(validation, digest);
        if (!report.isSound()) {
            throw new InvalidDocumentException(report);
        }
        return report;
    }

    private Result sealed(SigningKey with, SealOptions options, Optional<ValidationReport> response)
            throws IOException {
        FileSigner signer = FileSigner.of(with).withLayout(layout.layout).withClock(console.clock());
        Progress progress = Progress.start(console, "sealing " + file);
        try (progress) {
            SealedSubmission<Path> sealed = Submission.seal(console.path(file), console.path(out), signer, options);
            return new SealedFile(file, out, sealed, response.or(sealed::report), output.masking());
        }
    }

    private Result prepared(SealOptions options, Optional<ValidationReport> response) throws IOException {
        Progress progress = Progress.start(console, "sealing " + file);
        try (progress) {
            PreparedSubmission<Path> prepared =
                    Submission.prepare(console.path(file), console.path(out), options, console.clock());
            return new PreparedFile(file, out, prepared, response.or(prepared::report), output.masking());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private SealOptions options(ValidationOptions validation) {
        SealOptions options = SealOptions.defaults().withValidation(validation);
        if (userId != null) {
            options = options.withUserId(userId);
        }
        if (eml) {
            options = options.withMailDraft(MailDraft.at(console.clock()));
        }
        return archiveHash ? options.withArchiveHash() : options;
    }
}
