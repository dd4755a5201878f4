package uk.smets.mam.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Trouble;
import uk.smets.mam.cli.input.Input;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.output.Target;
import uk.smets.mam.cli.result.MailedFiles;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.SignedSubmission;

/** {@code mam mail}: from what a signing utility gave to the mail (clauses 7.5.3 and 7.5.4). */
@Command(
        name = "mail",
        description = {
            "Drafts the mail with a password file that another program signed, such as DCC's File Signing Utility.",
            "Checks first that the files belong together. Nothing is sent, and the archive is not attached."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 written, 1 refused, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam mail outbox/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv \\",
            "      outbox/MAPASSWORD_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv.p7s \\",
            "      outbox/MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.zip --out draft.eml"
        })
public final class MailCommand implements Callable<Integer> {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "SIGNED",
            arity = "1..*",
            description = "The signed password file, as the program wrote it: with its signature in it, around it or"
                    + " in a file of its own. And the archive, with which it is compared.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DRAFT",
            required = true,
            description = "The draft to write, an .eml file to open in a mail program. The password is in it.")
    private String out = "";

    public MailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Target target = Target.of(console, out);
        try {
            target.check(spec, files.toArray(String[]::new));
        } catch (IOException e) {
            return target.fail(e);
        }
        List<String> signed = new ArrayList<>();
        List<String> archives = new ArrayList<>();
        for (String file : files) {
            try {
                (isArchive(console.path(file)) ? archives : signed).add(file);
            } catch (IOException e) {
                return Input.ofFile(console, file).fail(e);
            }
        }
        if (archives.size() > 1) {
            throw misuse(
                    String.join(" and ", archives) + " are archives: give the one that belongs to the password file");
        }
        SignedSubmission submission = read(signed, archives.stream().findFirst());
        try {
            write(submission, target);
        } catch (IOException e) {
            return target.fail(e);
        }
        return console.print(new MailedFiles(out, signed, archives.stream().findFirst(), submission));
    }

    private static boolean isArchive(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(ZIP.length), ZIP)
                    || file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        }
    }

    private SignedSubmission read(List<String> signed, Optional<String> archive) throws IOException {
        Progress progress = Progress.start(console, "comparing " + String.join(", ", files));
        try (progress) {
            return SignedSubmission.read(
                    signed.stream().map(console::path).toList(),
                    archive.map(console::path),
                    console.clock().instant());
        } catch (IllegalArgumentException e) {
            throw misuse(Trouble.withArgument(e));
        }
    }

    private void write(SignedSubmission submission, Target target) throws IOException {
        MailDraft mail = MailDraft.at(console.clock());
        if (target.isStream()) {
            target.write(stream -> {
                stream.write(
                        mail.of(submission.passwordFile(), submission.files()).bytes());
                return submission;
            });
            return;
        }
        Path folder = Path.of(out).getParent();
        new OutputDirectory(console, folder == null ? "." : folder.toString()).recover();
        submission.draft(mail, target.path());
    }

    private ParameterException misuse(String message) {
        if (spec == null) {
            throw new IllegalStateException("not part of a command");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
