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
import uk.smets.mam.model.MigrationAuthorisationFileName;
import uk.smets.mam.model.MigrationAuthorisationHeader;
import uk.smets.mam.model.Smso;
import uk.smets.mam.model.UserId;

/** {@code mam import}: creates a Migration Authorisation from an extract of the supplier. */
@Command(
        name = "import",
        description = {
            "Create a Migration Authorisation from an extract: a CSV file with column headings, in any order.",
            "If the extract has errors, they are reported with their lines and nothing is written."
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
            "      --commissioned-by-dcc NO \\",
            "      --map \"Electricity meter=MPAN\" --map \"Gas meter=MPRN\""
        })
public final class ImportCommand implements Callable<Integer> {
    /** The values of Commissioned by DCC. */
    enum Answer {
        YES,
        NO
    }

    @Mixin
    private final Rewriting rewriting;

    @Option(
            names = "--user-id",
            paramLabel = "ID",
            description = "User ID of the header (default: from the name of OUT).")
    private @Nullable UserId userId;

    @Option(
            names = "--smso",
            paramLabel = "CODE",
            description = "SMSO of the header (${COMPLETION-CANDIDATES}; default: from the name of OUT).")
    private @Nullable Smso smso;

    @Option(
            names = "--commissioned-by-dcc",
            paramLabel = "YES|NO",
            description = "Whether DCC commissions the devices.")
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
            ConvertedDocument imported = input.read("importing", checked::read);
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
            throw rewriting.misuse("the name of OUT has SMSO " + name.get().smso() + " and User ID "
                    + name.get().userId() + ", but the options have " + operator + " and " + id);
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
                + (id == null || operator == null ? " (the name of OUT is not of the MAM's form)" : "");
    }
}
