package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.console.ExitStatus;
import uk.smets.mam.cli.console.Formats;
import uk.smets.mam.cli.console.Message;
import uk.smets.mam.cli.console.Result;
import uk.smets.mam.cli.contents.AuthorisationContents;
import uk.smets.mam.cli.contents.Contents;
import uk.smets.mam.cli.contents.NotificationContents;
import uk.smets.mam.cli.contents.WorkbookContents;
import uk.smets.mam.cli.input.CommandInput;
import uk.smets.mam.cli.input.DocumentWork;
import uk.smets.mam.cli.option.CallerDataOptions;
import uk.smets.mam.cli.option.NoticeOption;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.model.DocumentKind;
import uk.smets.mam.model.DocumentReader;
import uk.smets.mam.model.Finding;
import uk.smets.mam.model.FirmwareUpgradeRow;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.Location;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.MigrationAuthorisationRow;
import uk.smets.mam.model.MigrationScheduleRow;
import uk.smets.mam.model.NotificationHeader;
import uk.smets.mam.model.Rule;
import uk.smets.mam.model.Severity;
import uk.smets.mam.model.ValidationOptions;
import uk.smets.mam.xlsx.FirmwareUpgradeNotification;
import uk.smets.mam.xlsx.MigrationSchedule;

/** {@code mam show}: summarises a file without its meter points. */
@Command(
        name = "show",
        description = "Show a summary of a file: header, weeks, kinds of installation, certificates.",
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "No MPAN or MPRN is shown. Rows with errors are not counted.",
            "Exit status: 0 no errors, 1 errors found, 2 wrong usage, 3 could not read.",
            "",
            "Examples:",
            "  mam show MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam show --notified-on 2019-07-01 Migration-Schedule.xlsx"
        })
public final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "File, or - for standard input.")
    private String file = Console.STANDARD_STREAM;

    @Option(
            names = "--max-certificates",
            paramLabel = "N",
            defaultValue = "20",
            description = "Maximum certificates to list; the rest are counted (default: 20).")
    private int maxCertificates;

    @Mixin
    private final NoticeOption notice = new NoticeOption();

    @Mixin
    private final CallerDataOptions data = new CallerDataOptions();

    public ShowCommand(Console console) {
        this.console = console;
    }

    /** The summary of a file and the number of its errors. */
    private record ShownFile(Result contents, long errors) implements Result {
        @Override
        public int status() {
            return errors == 0 ? ExitStatus.OK : ExitStatus.ERRORS_FOUND;
        }

        @Override
        public void text(Console console) {
            contents.text(console);
            if (errors > 0) {
                console.line("");
                console.line(
                        "  %s: rows with errors are not counted above; 'mam validate' lists the errors",
                        Formats.count(errors, "error"));
            }
        }

        @Override
        public void json(JsonGenerator json) {
            contents.json(json);
            json.writeNumberProperty("errors", errors);
        }
    }

    /** Counts the errors, and prints those about the file as a whole. */
    private final class Errors implements Consumer<Finding> {
        private long count;

        @Override
        public void accept(Finding finding) {
            if (finding.severity() == Severity.ERROR) {
                count++;
                if (finding.at() instanceof Location.WholeFile) {
                    console.say(new Message(Optional.of(file), Optional.of(finding.rule()), finding.message()));
                }
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        // Finding duplicates needs memory for every row, and the summary does not have them.
        CommandInput input = CommandInput.of(console, file);
        ValidationOptions options = input.named(
                notice.in(data.in(ValidationOptions.defaults(), console)).without(Rule.MPXN_DUPLICATE));
        Errors errors = new Errors();
        Result contents = input.read("reading", new Showing(options, errors));
        return console.print(new ShownFile(contents, errors.count));
    }

    /** Summarises a document of any kind. */
    private final class Showing implements DocumentWork<Result> {
        private final ValidationOptions options;
        private final Errors errors;

        Showing(ValidationOptions options, Errors errors) {
            this.options = options;
            this.errors = errors;
        }

        @Override
        public Result csv(Input input) throws IOException {
            try (DocumentReader<MigrationAuthorisationHeader, MigrationAuthorisationRow> reader =
                    MigrationAuthorisation.open(input, CommandInput.optionsFor(input, options), errors)) {
                return new AuthorisationContents(file, Contents.of(reader), certificates());
            }
        }

        @Override
        public Result workbook(DocumentKind kind, Input input) throws IOException {
            if (kind == DocumentKind.FIRMWARE_UPGRADE_NOTIFICATION) {
                try (DocumentReader<NotificationHeader, FirmwareUpgradeRow> reader =
                        FirmwareUpgradeNotification.open(input, options, errors)) {
                    return shown(WorkbookContents.ofUpgrades(reader));
                }
            }
            try (DocumentReader<NotificationHeader, MigrationScheduleRow> reader =
                    MigrationSchedule.open(input, options, errors)) {
                return shown(WorkbookContents.ofSchedule(reader));
            }
        }

        private Result shown(WorkbookContents contents) {
            return new NotificationContents(
                    file,
                    contents,
                    options.notifiedOn().map(options.noticePeriod()::earliestNotBefore),
                    certificates());
        }

        private int certificates() {
            return Math.max(maxCertificates, 0);
        }
    }
}
