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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ErrorText;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.output.OutputDirectory;
import uk.smets.mam.cli.result.MailedFiles;
import uk.smets.mam.secure.MailDraft;
import uk.smets.mam.secure.SignedSubmission;

/** {@code mam mail}: drafts the mail with files that another program signed (clauses 7.5.3 and 7.5.4). */
@Command(
        name = "mail",
        description = {
            "Draft the mail with a password file that another program signed, such as DCC's File Signing Utility.",
            "The files are compared first. Nothing is sent, and the archive is not attached."
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
            description = "Files that the program wrote: the password file with its signature inside, around it or in a"
                    + " separate file. Optionally also the archive, to compare it with the password file.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DRAFT",
            required = true,
            description = "Draft to write, an .eml file for a mail program. It has the password.")
    private String out = "";

    public MailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandOutput target = CommandOutput.of(console, out);
        target.check(spec, files);
        List<String> signed = new ArrayList<>();
        List<String> archives = new ArrayList<>();
        for (String file : files) {
            try {
                (isArchive(console.path(file)) ? archives : signed).add(file);
            } catch (IOException e) {
                throw CommandInput.ofFile(console, file).failure(e);
            }
        }
        if (archives.size() > 1) {
            throw Usage.error(
                    spec, String.join(" and ", archives) + " are archives: give only the one of the password file");
        }
        SignedSubmission submission = read(signed, archives.stream().findFirst());
        try {
            write(submission, target);
        } catch (IOException e) {
            throw target.failure(e);
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
            throw Usage.error(spec, ErrorText.withArgument(e));
        }
    }

    private void write(SignedSubmission submission, CommandOutput target) throws IOException {
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
}
