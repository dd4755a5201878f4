package uk.smets.mam.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Progress;
import uk.smets.mam.cli.console.Usage;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.UnsupportedDocumentException;
import uk.smets.mam.cli.option.CheckOptions;
import uk.smets.mam.cli.option.ColumnMapping;
import uk.smets.mam.cli.option.ReportOptions;
import uk.smets.mam.cli.output.CommandOutput;
import uk.smets.mam.cli.result.ReconciledFiles;
import uk.smets.mam.csv.reconcile.Reconciliation;
import uk.smets.mam.csv.reconcile.ValidationResponses;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.InvalidDocumentException;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.model.WrittenFile;

/** {@code mam reconcile}: matches the responses of DCC with the files that were sent (clause 4). */
@Command(
        name = "reconcile",
        description = {
            "Match DCC's validation responses (report S1MIG-010) with the Migration Authorisations that were sent.",
            "The report is a CSV file with headings; see --map, --accepted and --rejected."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 all accepted, 1 not all accepted, or errors, 2 wrong usage, 3 could not read or write.",
            "",
            "Example:",
            "  mam reconcile ma.csv responses.csv --map Status=Outcome --out again.csv"
        })
public final class ReconcileCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "2..*",
            paramLabel = "FILE",
            description = "Migration Authorisations that were sent, followed by the responses.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private final ColumnMapping mapping = new ColumnMapping();

    @Option(
            names = "--accepted",
            paramLabel = "WORD",
            description = "Additional word for the outcome accepted; may be repeated.")
    private List<String> accepted = new ArrayList<>();

    @Option(
            names = "--rejected",
            paramLabel = "WORD",
            description = "Additional word for the outcome rejected; may be repeated.")
    private List<String> rejected = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "File to write with the rejected and unanswered rows, or - for standard output; an existing file is"
                            + " replaced.")
    private @Nullable String out;

    @Option(names = "--user-id", paramLabel = "ID", description = "User ID of that file (default: as sent).")
    private @Nullable UserId userId;

    @Option(
            names = "--smso",
            paramLabel = "CODE",
            description = "SMSO of that file (${COMPLETION-CANDIDATES}; default: as sent).")
    private @Nullable Smso smso;

    @Option(
            names = "--commissioned-by-dcc",
            paramLabel = "YES|NO",
            description = "Whether DCC commissions the devices of that file (default: as sent).")
    private ImportCommand.@Nullable Answer commissioned;

    @Mixin
    private final CheckOptions check = new CheckOptions();

    @Mixin
    private final ReportOptions output = new ReportOptions();

    public ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check.requireEssentialRules();
        Optional<CommandOutput> target = Optional.ofNullable(out).map(name -> CommandOutput.of(console, name));
        if (target.isPresent()) {
            target.get().check(spec, check.inputsWith(console, files));
        }
        ValidationOptions options = check.sendingOptions(console);
        ValidationResponses responses = responses(options);
        for (String file : files) {
            CommandInput input = CommandInput.ofFile(console, file);
            requireFile(input, console.path(file));
            if (file.equals(last())) {
                input.table();
            } else {
                input.read("reading", text -> text);
            }
        }
        Reconciliation reconciliation;
        try {
            reconciliation = reconcile(responses);
        } catch (InvalidDocumentException e) {
            return refuse(e);
        } catch (IOException e) {
            throw CommandInput.ofFile(console, last()).failure(e);
        }
        return finish(reconciliation, target, options.findingsKept());
    }

    private ValidationResponses responses(ValidationOptions options) {
        ValidationResponses usual = ValidationResponses.defaults();
        try {
            return mapping.applyTo(usual, "a response has", ValidationResponses.fields(), usual::mapping)
                    .accepted(accepted)
                    .rejected(rejected)
                    .options(options);
        } catch (IllegalArgumentException e) {
            throw Usage.error(spec, "--accepted or --rejected: the word is blank");
        }
    }

    /** Refuses a pipe, which can be read only once. */
    private static void requireFile(CommandInput input, Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw input.failure(new UnsupportedDocumentException(
                    "this is not a regular file: 'mam reconcile' reads its files more than once"));
        }
    }

    private String last() {
        return files.get(files.size() - 1);
    }

    private Reconciliation reconcile(ValidationResponses responses) throws IOException {
        Map<Path, String> names = new HashMap<>();
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            Path path = console.path(file);
            paths.add(path);
            names.put(path, file);
        }
        if (out != null) {
            names.put(console.path(out), out);
        }
        int last = paths.size() - 1;
        Progress progress = Progress.start(console, "reconciling " + files.get(last));
        try (progress) {
            return responses
                    .named(input -> input.file()
                            .map(path -> names.getOrDefault(path, path.toString()))
                            .orElse(input.name()))
                    .reconcile(paths.subList(0, last), paths.get(last));
        }
    }

    private int refuse(InvalidDocumentException refusal) {
        String about = refusal.report().findings().stream()
                .findFirst()
                .map(finding -> finding.at().file())
                .orElse(last());
        output.report(console, about, refusal.report());
        console.say("nothing is reconciled");
        return ExitStatus.ERRORS_FOUND;
    }

    private int finish(Reconciliation reconciliation, Optional<CommandOutput> target, int most) throws IOException {
        Optional<WrittenFile> written = Optional.empty();
        List<Finding> warnings = new ArrayList<>();
        if (target.isPresent() && reconciliation.report().isSound() && reconciliation.needsSendingAgain()) {
            MigrationAuthorisationHeader header = header(reconciliation);
            try {
                written = Optional.of(write(reconciliation, target.get(), header, atMost(most, warnings)));
            } catch (InvalidDocumentException e) {
                output.report(console, target.get().name(), e.report());
                console.say(target.get().name() + " is not written");
                return ExitStatus.ERRORS_FOUND;
            } catch (IOException e) {
                throw target.get().failure(e);
            }
        } else if (target.isPresent()) {
            console.say(target.get().name() + " is not written, "
                    + (reconciliation.report().isSound()
                            ? "because no row needs sending again"
                            : "because the responses have errors"));
        }
        int last = files.size() - 1;
        return console.print(new ReconciledFiles(
                files.subList(0, last), files.get(last), out, reconciliation, written, warnings, output.masking()));
    }

    /** Keeps the findings that are listed; the library counts the rest. */
    private static Consumer<Finding> atMost(int most, List<Finding> kept) {
        return finding -> {
            if (kept.size() < most) {
                kept.add(finding);
            }
        };
    }

    private static WrittenFile write(
            Reconciliation reconciliation,
            CommandOutput target,
            MigrationAuthorisationHeader header,
            Consumer<Finding> listener)
            throws IOException {
        return target.isStream()
                ? target.write(stream -> reconciliation.writeAgain(stream, header, listener))
                : reconciliation.writeAgain(target.path(), header, listener);
    }

    private MigrationAuthorisationHeader header(Reconciliation reconciliation) {
        Optional<MigrationAuthorisationHeader> sent = reconciliation.header();
        UserId id = userId != null
                ? userId
                : sent.map(MigrationAuthorisationHeader::userId).orElse(null);
        Smso operator = smso != null
                ? smso
                : sent.map(MigrationAuthorisationHeader::smso).orElse(null);
        if (id == null || operator == null || (commissioned == null && sent.isEmpty())) {
            throw Usage.error(
                    spec,
                    "the files that were sent have different headers: --out needs --user-id ID, --smso CODE and"
                            + " --commissioned-by-dcc YES or NO");
        }
        boolean byDcc = commissioned != null
                ? commissioned == ImportCommand.Answer.YES
                : sent.orElseThrow().commissionedByDcc();
        return new MigrationAuthorisationHeader(id, byDcc, operator);
    }
}
