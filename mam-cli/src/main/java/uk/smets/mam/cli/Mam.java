package uk.smets.mam.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code mam}. */
@Command(name = "mam", description = "Reads and checks files of the Migration Authorisation Mechanism.")
public final class Mam {
    private Mam() {}

    /**
     * Prints the usage of the program.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        CommandLine.usage(new Mam(), System.out);
    }
}
