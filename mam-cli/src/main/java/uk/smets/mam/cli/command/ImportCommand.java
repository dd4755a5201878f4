package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.cli.option.ColumnMapping;
import uk.smets.mam.csv.MigrationAuthorisation;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.ExtractImport;
import uk.smets.mam.model.Input;
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** {@code mam import}: makes a Migration Authorisation of a supplier's own extract. */
@Command(
        name = "import",
        description = {
            "Makes a Migration Authorisation of an extract: a CSV file whose first line names its columns, in any"
                    + " order.",
            "Where the extract has errors, they are told with its lines and nothing is written."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 written, 1 errors found, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam import --commissioned-by-dcc YES extract.csv \\",
            "      MA_CGI_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam import extract.csv ma.csv --user-id 70-B3-D5-1F-30-00-A0-01 --smso CGI \\",
            "      --commissioned-by-dcc NO --map \"Electricity meter=MPAN\" --map \"Gas meter=MPRN\""
        })
public final class ImportCommand implements Callable<Integer> {
    /** An answer to Commissioned by DCC. */
    enum Answer {
        YES,
        NO
    }

    @Mixin
    private final Rewriting rewriting;

    @Option(
            names = "--user-id",
            paramLabel = "ID",
            description = "The User ID of the header; without it, the one in OUT's name.")
    private @Nullable UserId userId;

    @Option(
            names = "--smso",
            paramLabel = "CODE",
            description = "The SMSO of the header (${COMPLETION-CANDIDATES}); without it, the one in OUT's name.")
    private @Nullable Smso smso;

    @Option(
            names = "--commissioned-by-dcc",
            paramLabel = "YES|NO",
            description = "Whether DCC is to commission the devices.")
    private @Nullable Answer commissioned;

    @Mixin
    private final ColumnMapping mapping = new ColumnMapping();

    public ImportCommand(Console console) {
        rewriting = new Rewriting(console);
    }

    @Override
    public Integer call() throws IOException {
        ExtractImport unmapped = ExtractImport.of(header());
        ExtractImport extract =
                mapping.applyTo(unmapped, "the MAM has", MigrationAuthorisation.fields(), unmapped::mapping);
        return rewriting.run((input, options) -> {
            ExtractImport checked = extract.options(options);
            ConvertedDocument imported = input.read("importing", checked::read, stream -> checked.read(Input.of(stream, "stream")));
            return new Rewriting.Outcome(imported.document(), imported.changes(), imported.report());
        });
    }

    private MigrationAuthorisationHeader header() {
        Optional<MigrationAuthorisationFileName> name =
                MigrationAuthorisationFileName.find(rewriting.target().fileName());
        UserId id = userId != null
                ? userId
                : name.map(MigrationAuthorisationFileName::userId).orElse(null);
        Smso operator = smso != null
                ? smso
                : name.map(MigrationAuthorisationFileName::smso).orElse(null);
        if (id == null || operator == null || commissioned == null) {
            throw rewriting.misuse(missing(id, operator));
        }
        MigrationAuthorisationHeader header =
                new MigrationAuthorisationHeader(id, commissioned == Answer.YES, operator);
        if (name.isPresent() && !header.agreesWith(name.get())) {
            throw rewriting.misuse("OUT's name says SMSO " + name.get().smso() + " and User ID "
                    + name.get().userId() + ", the options " + operator + " and " + id);
        }
        return header;
    }

    private String missing(@Nullable UserId id, @Nullable Smso operator) {
        StringJoiner options = new StringJoiner(" and ");
        if (id == null) {
            options.add("--user-id ID");
        }
        if (operator == null) {
            options.add("--smso CODE");
        }
        if (commissioned == null) {
            options.add("--commissioned-by-dcc YES or NO");
        }
        return "the header of the file needs " + options
                + (id == null || operator == null
                        ? " (OUT's name, which is not of the MAM's form, does not tell)"
                        : "");
    }
}
