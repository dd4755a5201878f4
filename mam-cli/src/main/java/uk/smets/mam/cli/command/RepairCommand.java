package uk.smets.mam.cli.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uk.smets.mam.cli.console.Console;
import uk.smets.mam.csv.repair.ConvertedDocument;
import uk.smets.mam.csv.repair.MigrationAuthorisationRepair;

/** {@code mam repair}: repairs mechanical damage. */
@Command(
        name = "repair",
        description = {
            "Repair mechanical damage: line ends, byte order marks, padding, lower case, superseded codes.",
            "If a value is lost or another error remains, nothing is written."
        },
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit status: 0 written, 1 errors remain, 2 wrong usage, 3 could not read or write.",
            "",
            "Examples:",
            "  mam repair from-excel.csv MA_BRG_70-B3-D5-1F-30-00-A0-01_20190731_090000.csv",
            "  mam repair --format json --mask damaged.csv repaired.csv"
        })
public final class RepairCommand implements Callable<Integer> {
    @Mixin
    private final Rewriting rewriting;

    public RepairCommand(Console console) {
        rewriting = new Rewriting(console);
    }

    @Override
    public Integer call() throws IOException {
        return rewriting.run((input, options) -> {
            ConvertedDocument repaired =
                    input.read("repairing", text -> MigrationAuthorisationRepair.repair(text, options));
            return new Rewriting.Outcome(repaired.document(), repaired.changes(), repaired.report());
        });
    }
}
